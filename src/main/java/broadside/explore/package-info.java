/** Trending posts and suggested accounts. */
@NullMarked
package broadside.explore;

import org.jspecify.annotations.NullMarked;
