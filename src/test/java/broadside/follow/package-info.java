@NullMarked
package broadside.follow;

import org.jspecify.annotations.NullMarked;
