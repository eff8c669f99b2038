/** What the API says of itself: the contract, the page to try it out, and what each problem means. */
@NullMarked
package broadside.docs;

import org.jspecify.annotations.NullMarked;
