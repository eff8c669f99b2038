/** XML as it is written. */
@NullMarked
package broadside.kit.xml;

import org.jspecify.annotations.NullMarked;
