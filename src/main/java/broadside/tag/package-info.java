/** Tags: which are popular, who follows them, and what was written under them. */
@NullMarked
package broadside.tag;

import org.jspecify.annotations.NullMarked;
