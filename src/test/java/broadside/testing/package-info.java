/** What scenarios stand on: a running program, a real database, a client, a clock. */
@NullMarked
package broadside.testing;

import org.jspecify.annotations.NullMarked;
