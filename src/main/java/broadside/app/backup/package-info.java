/** Everything in a database as one file, and back, into whatever PostgreSQL. */
@NullMarked
package broadside.app.backup;

import org.jspecify.annotations.NullMarked;
