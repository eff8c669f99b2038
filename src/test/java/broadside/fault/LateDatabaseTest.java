package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;

import broadside.testing.DatabaseGate;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database comes long after the program. */
@Tag("any-server")
class LateDatabaseTest {
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final Duration FOUND = Duration.ofSeconds(2);
    /** Migrations and the mapping of entities come after that. */
    private static final Duration SERVES = Duration.ofSeconds(30);

    @Test
    void theProgramWaits() throws Exception {
        try (var gate = DatabaseGate.closed(TestDatabase.fresh())) {
            var starting = CompletableFuture.supplyAsync(() -> Server.start(gate.address(), Map.of()));
            LockSupport.parkNanos(LATE.toNanos());
            assertFalse(starting.isDone(), "it has not given up");
            gate.open();
            broadside.testing.Eventually.holds(
                    FOUND, "the database is found", () -> TestDatabase.connections(gate.address()) > 0);
            try (var server = starting.get(SERVES.toSeconds(), TimeUnit.SECONDS)) {
                server.client().register().get("/v1/me").expect(200);
            }
        }
    }
}
