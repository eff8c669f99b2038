@NullMarked
package broadside.kit.json;

import org.jspecify.annotations.NullMarked;
