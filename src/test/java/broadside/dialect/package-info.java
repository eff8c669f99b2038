/** The dialects as somebody else's program meets them. */
@NullMarked
package broadside.dialect;

import org.jspecify.annotations.NullMarked;
