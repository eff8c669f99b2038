package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.testing.DataFolder;
import broadside.testing.Eventually;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program and PostgreSQL are killed by SIGKILL while 16 clients write, again and again; each client repeats what was not
 * acknowledged under its key. Then the database holds what was acknowledged, each note once. How many kills there are is set by
 * {@code broadside.test.kills}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KillIT {
    private static final int KILLS = Integer.getInteger("broadside.test.kills", 6);
    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration BACK = Duration.ofSeconds(2);

    @TempDir
    Path temporary;

    /** What dies. */
    private enum Victim {
        PROGRAM,
        SERVER,
        BOTH
    }

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        try (var folder = DataFolder.create()) {
            var settings = Program.settings(folder.path(), "PORT", free());
            var journal = killWhileTheyWrite(
                    settings, () -> folder.postmaster().orElseThrow().destroyForcibly());
            try (var opened = EmbeddedDatabase.open(folder.path(), EmbeddedDatabase.Use.COMMAND)) {
                journal.check(opened.address());
            }
        }
    }

    @Test
    void onAnExternalDatabase() throws Exception {
        try (var database = BreakableDatabase.open()) {
            var url = TestDatabase.url(database.address());
            var settings = Program.settings(temporary, "PORT", free(), "DATABASE_URL", url);
            killWhileTheyWrite(settings, database::kill).check(database.address());
        }
    }

    private static Journal killWhileTheyWrite(Map<String, String> settings, Runnable killServer) throws Exception {
        var program = Program.serve(settings);
        try (var writing = new Journal(program.client().register())) {
            writing.goOn(BETWEEN);
            for (int kill = 0; kill < (KILLS + 1) / 2; kill++) {
                var victim = Victim.values()[kill % Victim.values().length];
                if (victim != Victim.PROGRAM) {
                    killServer.run();
                }
                if (victim != Victim.SERVER) {
                    program.signal("KILL");
                    program.exit();
                    program = Program.serve(settings);
                }
                awaitReady(program);
                servesSoon(writing, victim);
            }
            writing.finish();
            program.signal("TERM");
            program.exit();
            return writing;
        } finally {
            program.close();
        }
    }

    private static void awaitReady(Program program) {
        int management = program.managementPort();
        Eventually.holds(Program.PATIENCE, "it is ready", () -> Program.health(management, "ready") == 200);
    }

    private static void servesSoon(Journal writing, Victim victim) throws InterruptedException {
        int before = writing.acknowledged();
        Eventually.holds(BACK, "writes are taken after the end of " + victim, () -> writing.acknowledged() > before);
        writing.goOn(BETWEEN);
        assertTrue(writing.acknowledged() > before);
    }

    /** A port nobody has now: clients come back to the same. */
    private static String free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
