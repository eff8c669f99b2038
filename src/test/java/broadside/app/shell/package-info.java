@NullMarked
package broadside.app.shell;

import org.jspecify.annotations.NullMarked;
