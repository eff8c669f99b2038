/** Scenarios of moderation over HTTP. */
@NullMarked
package broadside.moderation;

import org.jspecify.annotations.NullMarked;
