/** People and posts to try the program out with, made up or from a file. Blocks: for the command line only. */
@NullMarked
package broadside.cli.seed;

import org.jspecify.annotations.NullMarked;
