@NullMarked
package broadside.app.log;

import org.jspecify.annotations.NullMarked;
