/** Holds answers against the contract of the API. */
@NullMarked
package broadside.contract;

import org.jspecify.annotations.NullMarked;
