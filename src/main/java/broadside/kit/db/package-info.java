@NullMarked
package broadside.kit.db;

import org.jspecify.annotations.NullMarked;
