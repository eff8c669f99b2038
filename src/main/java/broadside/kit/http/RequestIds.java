package broadside.kit.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of requests: 64 random bits that are this program's since its start, and a number. They name, they guard nothing, so that random
 * bits for each would be spent for nothing.
 */
final class RequestIds {
    private final String program = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    private final AtomicLong last = new AtomicLong();

    String next() {
        return program + '-' + HexFormat.of().toHexDigits(last.incrementAndGet(), 12);
    }
}
