/** The contract of the RealWorld API, line by line, over HTTP. */
@NullMarked
package broadside.dialect.realworld;

import org.jspecify.annotations.NullMarked;
