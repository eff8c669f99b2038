/** Who follows, blocks and mutes whom. */
@NullMarked
package broadside.follow;

import org.jspecify.annotations.NullMarked;
