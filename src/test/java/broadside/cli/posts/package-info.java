@NullMarked
package broadside.cli.posts;

import org.jspecify.annotations.NullMarked;
