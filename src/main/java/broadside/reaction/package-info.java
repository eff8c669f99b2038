/** Likes, bookmarks and reposts. */
@NullMarked
package broadside.reaction;

import org.jspecify.annotations.NullMarked;
