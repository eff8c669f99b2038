/** What has to be done by when. */
@NullMarked
package broadside.kit.time;

import org.jspecify.annotations.NullMarked;
