/** Which line of whose contract is checked by which test. */
@NullMarked
package broadside.conformance;

import org.jspecify.annotations.NullMarked;
