@NullMarked
package broadside.cli;

import org.jspecify.annotations.NullMarked;
