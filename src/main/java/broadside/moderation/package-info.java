/** Reports of posts and accounts, hidden posts, and the log of what those in charge did. */
@NullMarked
package broadside.moderation;

import org.jspecify.annotations.NullMarked;
