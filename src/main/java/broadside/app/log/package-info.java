/** The log: what a line looks like, and the line of each request. */
@NullMarked
package broadside.app.log;

import org.jspecify.annotations.NullMarked;
