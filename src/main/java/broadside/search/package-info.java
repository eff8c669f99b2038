/** Finding posts, people and tags by words. */
@NullMarked
package broadside.search;

import org.jspecify.annotations.NullMarked;
