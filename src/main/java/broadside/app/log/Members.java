package broadside.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/** What a line tells beside its message, as the argument of one without placeholders: cheaper than to build it pair by pair. */
@FunctionalInterface
interface Members {
    /** Hands over each name with its value. */
    void tell(BiConsumer<String, @Nullable Object> member);

    static Members of(ILoggingEvent event) {
        var arguments = event.getArgumentArray();
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof Members members) {
            return members;
        }
        var pairs = event.getKeyValuePairs();
        return member -> {
            if (pairs != null) {
                for (KeyValuePair pair : pairs) {
                    member.accept(pair.key, pair.value);
                }
            }
        };
    }
}
