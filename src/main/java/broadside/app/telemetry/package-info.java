/** What the program tells of itself while it runs: numbers, and where a request spent its time. */
@NullMarked
package broadside.app.telemetry;

import org.jspecify.annotations.NullMarked;
