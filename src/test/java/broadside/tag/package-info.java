/** Scenarios of tags. */
@NullMarked
package broadside.tag;

import org.jspecify.annotations.NullMarked;
