@NullMarked
package broadside.cli.microblog;

import org.jspecify.annotations.NullMarked;
