/** The schema of the database, from one version to the next. Everything here blocks: for commands and worker threads. */
@NullMarked
package broadside.app.schema;

import org.jspecify.annotations.NullMarked;
