/** What a database holds, read from PostgreSQL's own catalogue, and how two of them differ. */
@NullMarked
package broadside.app.catalogue;

import org.jspecify.annotations.NullMarked;
