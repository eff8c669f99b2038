package broadside.nodes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each node counts for itself, so both together let pass twice as much at most, and never less than one does. */
@Tag("any-server")
class SharedRateLimitTest {
    /** At a tenth, as the nodes are started. */
    private static final int GENERAL = 60;
    /** Tokens come back at one a second and node meanwhile. */
    private static final Duration MEANWHILE = Duration.ofSeconds(10);

    @Test
    void holdsWithinTheNumberOfNodes() {
        var database = TestDatabase.migrated();
        var tenth = Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "0.1");
        try (var one = Server.start(database, tenth);
                var other = Server.start(database, tenth)) {
            long served = IntStream.range(0, 4 * GENERAL)
                    .mapToObj(number -> (number % 2 == 0 ? one : other).client())
                    .filter(client -> client.get("/v1/posts?limit=1").status() == 200)
                    .count();
            assertTrue(served >= GENERAL && served <= 2 * GENERAL + 2 * MEANWHILE.toSeconds(), "served " + served);
        }
    }
}
