/** Whether a database is what migrations, entities and history say it is, and drafts of what would make it so. */
@NullMarked
package broadside.app.check;

import org.jspecify.annotations.NullMarked;
