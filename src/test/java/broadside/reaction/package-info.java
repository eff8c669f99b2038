/** Scenarios of likes, bookmarks and reposts over HTTP. */
@NullMarked
package broadside.reaction;

import org.jspecify.annotations.NullMarked;
