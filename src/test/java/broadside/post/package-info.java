/** Scenarios of posts over HTTP. */
@NullMarked
package broadside.post;

import org.jspecify.annotations.NullMarked;
