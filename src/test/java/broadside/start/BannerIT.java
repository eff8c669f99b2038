package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DataFolder;
import broadside.testing.DatabaseGate;
import broadside.testing.Eventually;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program comes up, with a database of its own and with one that is not there yet. */
class BannerIT {
    @TempDir
    Path temporary;

    @Test
    void tellsWhereEverythingIs() {
        try (var folder = DataFolder.create();
                var program = Program.serve(Program.settings(folder.path()))) {
            int port = program.port();
            var banner = """
                    Broadside 0.1.0 is up.
                      API     http://localhost:%d
                      Docs    http://localhost:%d/docs
                      Health  http://127.0.0.1:%d/health/ready
                      Data    %s
                      Stop    Ctrl-C
                    """.formatted(port, port, program.managementPort(), folder.path());
            Eventually.holds(
                    Program.PATIENCE, "the banner", () -> program.output().equals(banner));
            assertEquals(200, Program.health(program.managementPort(), "ready"));
            program.signal("INT");
            assertEquals(0, program.exit(Duration.ofSeconds(10)));
            assertEquals("", program.errors());
            assertTrue(folder.isAtRest());
        }
    }

    @Test
    void waitsForADatabaseThatIsNotThereYet() throws IOException {
        int management = free();
        try (var gate = DatabaseGate.closed(TestDatabase.fresh());
                var program = Program.serve(Program.settings(
                        temporary,
                        "DATABASE_URL",
                        TestDatabase.url(gate.address()),
                        "BROADSIDE_MANAGEMENT_PORT",
                        Integer.toString(management)))) {
            Eventually.holds(Program.PATIENCE, "the wait is told", () -> program.errors()
                    .contains("Waiting for the database " + gate.address()));
            assertEquals(200, Program.health(management, "live"));
            assertEquals(503, Program.health(management, "ready"));
            gate.open();
            Eventually.holds(
                    Duration.ofSeconds(2), "the database is found", () -> TestDatabase.connections(gate.address()) > 0);
            program.port();
            assertEquals(200, Program.health(management, "ready"));
            assertEquals(1, program.errors().lines().count(), program.errors());
        }
    }

    /** A port nobody has now; the one place where a test must know it before the program tells. */
    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
