@NullMarked
package broadside.app.lint;

import org.jspecify.annotations.NullMarked;
