@NullMarked
package broadside.app.telemetry;

import org.jspecify.annotations.NullMarked;
