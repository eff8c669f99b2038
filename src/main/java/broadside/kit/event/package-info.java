@NullMarked
package broadside.kit.event;

import org.jspecify.annotations.NullMarked;
