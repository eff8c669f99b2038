@NullMarked
package broadside.kit.problem;

import org.jspecify.annotations.NullMarked;
