/** Brings what people wrote and had elsewhere. */
@NullMarked
package broadside.transfer;

import org.jspecify.annotations.NullMarked;
