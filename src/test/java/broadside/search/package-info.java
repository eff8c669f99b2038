/** Scenarios of search. */
@NullMarked
package broadside.search;

import org.jspecify.annotations.NullMarked;
