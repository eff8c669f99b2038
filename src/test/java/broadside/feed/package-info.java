@NullMarked
package broadside.feed;

import org.jspecify.annotations.NullMarked;
