@NullMarked
package broadside.kit.password;

import org.jspecify.annotations.NullMarked;
