package broadside.bench;

import broadside.testing.TestDatabase;
import com.google.errorprone.annotations.FormatMethod;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long the packaged program takes to its first 200, and how much memory it holds: on this Java, on Java 25 (property
 * {@code broadside.bench.java25}, its home), and there with the cache that the image has, and with the quick compiler only. Each start
 * three times, the least of each figure. Needs {@code mvn package} before, and curl.
 */
public final class StartBench {
    private static final int TIMES = 3;
    private static final int CLIENTS = 32;
    private static final int REQUESTS = 40_000;
    /** What is freed goes back to the system every five seconds. */
    private static final int SETTLING_MILLIS = 6_000;

    private static final String[] PATHS = {"/v1/posts", "/v1/tags", "/openapi.json"};

    private final Path folder = Files.createTempDirectory("start");
    private final Path java25 = Path.of(System.getProperty("broadside.bench.java25"));

    private StartBench() throws IOException {}

    /** A way to run it: its command, and what that finds in its environment. */
    private record Way(String name, List<String> command, Map<String, String> environment) {
        Way with(String option) {
            return new Way(name, command, union(environment, Map.of("JDK_JAVA_OPTIONS", option)));
        }

        Started start(Map<String, String> settings) {
            return Started.run(command, union(environment, settings));
        }
    }

    public static void main(String[] arguments) {
        Bench.main(() -> new StartBench().run());
    }

    private void run() throws IOException, InterruptedException {
        for (var file : List.of("target/broadside.jar", "docker/java.options", "docker/broadside")) {
            Files.copy(Path.of(file), folder.resolve(Path.of(file).getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        train();
        var jar = folder.resolve("broadside.jar").toString();
        var seventeen = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = "@" + folder.resolve("java.options");
        var ways = List.of(
                new Way(
                        "Java " + Runtime.version().feature(),
                        List.of(seventeen, "-XX:+UseSerialGC", "-jar", jar),
                        Map.of()),
                new Way("Java 25", List.of(java25.resolve("bin/java").toString(), options, "-jar", jar), Map.of()),
                image("Java 25, cache", "max"),
                image("the same, C1 only", "268435456"));
        starts(ways);
        memory(ways);
    }

    private void train() throws IOException, InterruptedException {
        var cache = folder.resolve("broadside.aot").toString();
        var builder = new ProcessBuilder("docker/train.sh", folder.toString(), cache).inheritIO();
        builder.environment().putAll(newestJava());
        if (builder.start().waitFor() != 0) {
            throw new IOException("The cache could not be trained.");
        }
    }

    private Map<String, String> newestJava() {
        return Map.of("PATH", java25.resolve("bin") + ":" + System.getenv("PATH"));
    }

    /** As the image runs it in a container of so many bytes. */
    private Way image(String name, String limit) throws IOException {
        var group = Files.createTempDirectory(folder, "group");
        Files.writeString(group.resolve("memory.max"), limit);
        return new Way(
                name,
                List.of(folder.resolve("broadside").toString()),
                union(newestJava(), Map.of("CGROUP", group.toString())));
    }

    private static Map<String, String> union(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private void starts(List<Way> ways) {
        var external = Map.of("DATABASE_URL", TestDatabase.url(TestDatabase.fresh()));
        tell("%-17s %20s %20s %20s", "to the first 200", "empty folder", "warm folder", "external database");
        for (var way : ways) {
            tell(
                    "%-17s %s %s %s",
                    way.name(), least(way, () -> data("cold")), least(way, this::warm), least(way, () -> external));
        }
    }

    /** Settings with a folder that nobody has used. */
    private Map<String, String> data(String name) {
        try {
            return Map.of(
                    "BROADSIDE_DATA_DIR",
                    Files.createTempDirectory(folder, name).toString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Map<String, String> warm() {
        var settings = Map.of("BROADSIDE_DATA_DIR", folder.resolve("warm").toString());
        if (!Files.exists(folder.resolve("warm"))) {
            Started.run(List.of("java", "-jar", "target/broadside.jar"), settings)
                    .close();
        }
        return settings;
    }

    private static String least(Way way, Supplier<Map<String, String>> settings) {
        var all = IntStream.range(0, TIMES)
                .mapToObj(time -> {
                    try (var started = way.start(settings.get())) {
                        return started;
                    }
                })
                .toList();
        return "%7.2f s %6.2f CPU-s"
                .formatted(
                        all.stream()
                                .map(Started::seconds)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        all.stream()
                                .map(Started::cpuSeconds)
                                .min(Comparator.naturalOrder())
                                .orElseThrow());
    }

    private void memory(List<Way> ways) throws InterruptedException {
        tell("%-17s %12s %20s %20s", "MB of memory", "idle, 128m", "loaded, 128m (PG)", "loaded, 256m (PG)");
        for (var way : ways) {
            tell("%-17s %12s %20s %20s", way.name(), idle(way), loaded(way, "-Xmx128m"), loaded(way, "-Xmx256m"));
        }
    }

    private String idle(Way way) {
        try (var started = way.with("-Xmx128m").start(warm())) {
            return "%.0f".formatted(started.megabytes());
        }
    }

    private String loaded(Way way, String heap) throws InterruptedException {
        try (var started = way.with(heap).start(warm())) {
            new Load(Vertx.vertx(), CLIENTS, started.port(), null, n -> PATHS[n % PATHS.length]).run(REQUESTS);
            Thread.sleep(SETTLING_MILLIS);
            return "%.0f (%.0f)".formatted(started.megabytes(), Started.postgresMegabytes(folder.resolve("warm")));
        }
    }

    @FormatMethod
    private static void tell(String format, Object... figures) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", figures);
    }
}
