/** The microblog API held to its contract, line by line. */
@NullMarked
package broadside.dialect.microblog;

import org.jspecify.annotations.NullMarked;
