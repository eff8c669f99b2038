@NullMarked
package broadside.kit.job;

import org.jspecify.annotations.NullMarked;
