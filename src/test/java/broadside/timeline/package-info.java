/** Scenarios of timelines. */
@NullMarked
package broadside.timeline;

import org.jspecify.annotations.NullMarked;
