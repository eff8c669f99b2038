/** What every import has: rows handed over in batches, and a report of what became of each. Blocks: for the command line only. */
@NullMarked
package broadside.cli.intake;

import org.jspecify.annotations.NullMarked;
