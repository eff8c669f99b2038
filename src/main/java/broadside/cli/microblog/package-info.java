/** Reads the database of the Microblog of the Flask tutorial, or of its API edition. Blocks: for the command line only. */
@NullMarked
package broadside.cli.microblog;

import org.jspecify.annotations.NullMarked;
