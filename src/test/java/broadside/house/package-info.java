/** The rules of the house: what no single test of a room would notice. */
@NullMarked
package broadside.house;

import org.jspecify.annotations.NullMarked;
