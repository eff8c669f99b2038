/** Scenarios across rooms. */
@NullMarked
package broadside.story;

import org.jspecify.annotations.NullMarked;
