/** Measurements: run by hand, never part of the tests. */
@NullMarked
package broadside.bench;

import org.jspecify.annotations.NullMarked;
