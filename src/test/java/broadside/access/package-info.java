/** Who may do what, and who may see whom. */
@NullMarked
package broadside.access;

import org.jspecify.annotations.NullMarked;
