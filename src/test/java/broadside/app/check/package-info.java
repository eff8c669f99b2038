@NullMarked
package broadside.app.check;

import org.jspecify.annotations.NullMarked;
