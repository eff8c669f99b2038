/** What a list of accounts looks like. */
@NullMarked
package broadside.cli.roster;

import org.jspecify.annotations.NullMarked;
