/** Scenarios of series. */
@NullMarked
package broadside.series;

import org.jspecify.annotations.NullMarked;
