/** How far something is, for people on a terminal. */
@NullMarked
package broadside.cli.progress;

import org.jspecify.annotations.NullMarked;
