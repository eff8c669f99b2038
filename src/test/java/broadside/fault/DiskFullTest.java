package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadside.testing.Eventually;
import broadside.testing.Server;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk the database is on is full: writes are refused, nothing acknowledged is lost, and with room again all goes on. */
@Tag("own-server")
class DiskFullTest {
    private static final int MEGABYTES = 300;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration BACK = Duration.ofSeconds(2);

    @Test
    void writesAreRefusedUntilThereIsRoom() throws Exception {
        var made = SmallDisk.make(MEGABYTES);
        assumeTrue(made.isPresent(), "only root can make a small disk");
        try (var disk = made.get();
                var database =
                        BreakableDatabase.in(Files.createDirectory(disk.folder().resolve("data")));
                var server = Server.start(database.address(), Map.of())) {
            var faults = new Faults(server);
            var susan = faults.visitor().susan();
            try (var journal = new Journal(susan)) {
                journal.goOn();
                disk.fill();
                Eventually.holds(SOON, "somebody is refused", () -> journal.refused() > 0);
                journal.goOn();
                assertEquals(200, faults.visitor().live().status());
                disk.makeRoom();
                database.awaitUp();
                long latest = System.nanoTime() + BACK.toNanos();
                journal.finish();
                assertTrue(System.nanoTime() < latest, "it is not whole again in time");
                journal.check(database.address());
            }
            faults.everythingWorks();
        }
    }
}
