/** Public posts for feed readers. */
@NullMarked
package broadside.feed;

import org.jspecify.annotations.NullMarked;
