package broadside.bench;

import broadside.testing.TestDatabase;
import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What many connections that do nothing, and some that do it slowly, cost the others: how long all but one in a hundred of their
 * requests take, before and meanwhile, and the program's memory at {@code -Xmx256m}. Needs {@code mvn package} before, and leave to
 * open 12,000 files.
 */
public final class CrowdBench {
    private static final int IDLE = Integer.getInteger("broadside.bench.idle", 10_000);
    private static final int SLOW = 500;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 4_000;
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 40_000;
    private static final int LONGEST_SECONDS = 120;
    private static final String HEAD = "GET /v1/posts HTTP/1.1\r\nHost: localhost\r\n";
    private static final String BODY =
            "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{";

    private final Vertx vertx = Vertx.vertx();
    private final Started program;
    private final Load load;

    private CrowdBench(Started program) {
        this.program = program;
        this.load = new Load(vertx, CLIENTS, program.port(), null, n -> "/v1/posts");
    }

    public static void main(String[] arguments) {
        Bench.main(CrowdBench::measure);
    }

    private static void measure() throws InterruptedException {
        var java = System.getProperty("java.home") + "/bin/java";
        var command = List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-jar", "target/broadside.jar");
        var database =
                Map.of("DATABASE_URL", TestDatabase.url(TestDatabase.fresh()), "BROADSIDE_RATE_LIMIT_FACTOR", "0");
        try (var program = Started.run(command, database)) {
            new CrowdBench(program).run();
        }
    }

    private void run() throws InterruptedException {
        load.run(WARM_UP);
        tell("%-48s p99 %5.1f ms, %4.0f MB", "alone", p99(), program.megabytes());
        try (var idle = new Crowd(vertx, program.port())) {
            idle.grow(IDLE, HEAD + "\r\n", false);
            tell("%-48s p99 %5.1f ms, %4.0f MB", idle.open() + " idle connections", p99(), program.megabytes());
            tell("%-48s %,d of them", "still open after that", idle.open());
        }
        try (var slow = new Crowd(vertx, program.port())) {
            slow.grow(SLOW, HEAD + "X-Slow: ", true);
            slow.grow(SLOW, BODY, true);
            long began = System.nanoTime();
            tell("%-48s p99 %5.1f ms, %4.0f MB", slow.open() + " slow heads and bodies", p99(), program.megabytes());
            for (int waited = 0; slow.open() > 0 && waited < LONGEST_SECONDS * 10; waited++) {
                Thread.sleep(100);
            }
            tell("%-48s %.0f s, %d are left", "cut off after", (System.nanoTime() - began) / 1e9, slow.open());
        }
        tell("%-48s p99 %5.1f ms, %4.0f MB", "alone again", p99(), program.megabytes());
    }

    private double p99() {
        return IntStream.range(0, ROUNDS)
                .mapToDouble(round -> load.run(REQUESTS).p99())
                .min()
                .orElseThrow();
    }

    @FormatMethod
    private static void tell(String format, Object... figures) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", figures);
    }
}
