/** What somebody reads who comes home: the entries of oneself and of those one follows. */
@NullMarked
package broadside.timeline;

import org.jspecify.annotations.NullMarked;
