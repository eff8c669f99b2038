/** What people wrote and have here, in files for people and for other programs. Blocks. */
@NullMarked
package broadside.app.export;

import org.jspecify.annotations.NullMarked;
