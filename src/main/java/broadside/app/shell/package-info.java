/** A Java prompt with the object graph at hand. */
@NullMarked
package broadside.app.shell;

import org.jspecify.annotations.NullMarked;
