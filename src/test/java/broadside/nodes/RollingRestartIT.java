package broadside.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Eventually;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes behind a balancer are replaced one after the other by SIGTERM while people read and write. */
class RollingRestartIT {
    private static final int VISITORS = 8;
    private static final Duration END = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    @Test
    void nobodyNotices() throws Exception {
        var database = TestDatabase.fresh();
        var settings =
                Program.settings(temporary, "DATABASE_URL", TestDatabase.url(database), "BROADSIDE_DRAIN_SECONDS", "2");
        List<Program> programs = new ArrayList<>(List.of(Program.serve(settings), Program.serve(settings)));
        try (var balancer = new Balancer(token(programs.get(0)))) {
            programs.forEach(balancer::add);
            balancer.visitors(VISITORS);
            for (int node = 0; node < 2; node++) {
                more(balancer);
                replace(programs, node, settings, balancer);
            }
            more(balancer);
            balancer.close();
            assertEquals(List.of(), balancer.failures());
            assertEquals(
                    Integer.toString(balancer.written()),
                    TestDatabase.ask(database, "select count(*) from post where body like 'rolling %'"));
        } finally {
            programs.forEach(Program::close);
        }
    }

    private static String token(Program program) {
        return Objects.requireNonNull(program.client().register().token());
    }

    private static void more(Balancer balancer) {
        int before = balancer.written();
        Eventually.holds(END, "they write", () -> balancer.written() > before + 20);
    }

    private static void replace(List<Program> programs, int node, Map<String, String> settings, Balancer balancer) {
        var old = programs.get(node);
        old.signal("TERM");
        assertEquals(0, old.exit(END));
        balancer.remove(old);
        var next = Program.serve(settings);
        programs.set(node, next);
        assertTrue(next.port() > 0);
        balancer.add(next);
    }
}
