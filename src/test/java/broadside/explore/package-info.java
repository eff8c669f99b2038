/** Scenarios of trending posts and suggested accounts over HTTP. */
@NullMarked
package broadside.explore;

import org.jspecify.annotations.NullMarked;
