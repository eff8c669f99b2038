@NullMarked
package broadside.session;

import org.jspecify.annotations.NullMarked;
