/** The API of the Microblog of a well-known Flask tutorial, over our doors: its README says what it speaks and where it differs. */
@NullMarked
package broadside.dialect.microblog;

import org.jspecify.annotations.NullMarked;
