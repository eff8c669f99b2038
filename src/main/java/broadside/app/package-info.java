@NullMarked
package broadside.app;

import org.jspecify.annotations.NullMarked;
