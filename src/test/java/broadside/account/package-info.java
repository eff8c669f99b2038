@NullMarked
package broadside.account;

import org.jspecify.annotations.NullMarked;
