/** Series: articles that an author has put in order. */
@NullMarked
package broadside.series;

import org.jspecify.annotations.NullMarked;
