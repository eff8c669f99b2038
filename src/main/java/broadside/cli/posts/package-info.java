/** Reads posts from JSON lines and from files of Markdown. Blocks: for the command line only. */
@NullMarked
package broadside.cli.posts;

import org.jspecify.annotations.NullMarked;
