/** The schema as it grows, with data in it. */
@NullMarked
package broadside.upgrade;

import org.jspecify.annotations.NullMarked;
