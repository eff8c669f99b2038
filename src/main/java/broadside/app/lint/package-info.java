/** Reads migrations and refuses what would take a service down. */
@NullMarked
package broadside.app.lint;

import org.jspecify.annotations.NullMarked;
