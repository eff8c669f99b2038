@NullMarked
package broadside.security;

import org.jspecify.annotations.NullMarked;
