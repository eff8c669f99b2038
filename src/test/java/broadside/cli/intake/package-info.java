@NullMarked
package broadside.cli.intake;

import org.jspecify.annotations.NullMarked;
