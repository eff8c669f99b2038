/** Posts: notes and articles, their drafts, revisions, slugs, tags and lists. */
@NullMarked
package broadside.post;

import org.jspecify.annotations.NullMarked;
