package broadside.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged program, running as a process of its own in an environment of which nothing is inherited but the path. */
public final class Program implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("API +http://localhost:(\\d+)\n");
    private static final Pattern MANAGEMENT = Pattern.compile("Health +http://127.0.0.1:(\\d+)/");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a program needs to run beside others: ports that are free, no limits, nothing said but by its own. */
    public static Map<String, String> settings(Path folder, String... pairs) {
        var settings = new HashMap<>(Map.of(
                "PORT", "0",
                "BROADSIDE_MANAGEMENT_PORT", "0",
                "BROADSIDE_BIND", "127.0.0.1",
                "BROADSIDE_RATE_LIMIT_FACTOR", "0",
                "BROADSIDE_LOG_FORMAT", "text",
                "BROADSIDE_DATA_DIR", folder.toString()));
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(settings);
    }

    public static Program serve(Map<String, String> settings) {
        return start(Path.of(System.getProperty("java.home")), settings, "serve");
    }

    public static Program run(Map<String, String> settings, String... arguments) {
        return start(Path.of(System.getProperty("java.home")), settings, arguments);
    }

    /** Starts it on the Java of a folder. */
    public static Program start(Path java, Map<String, String> settings, String... arguments) {
        // The quick compiler is enough for the little that a test does, and leaves the machine to the others.
        var command = new ArrayList<>(
                List.of(java.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        try {
            var out = Files.createTempFile("program", ".out");
            var err = Files.createTempFile("program", ".err");
            out.toFile().deleteOnExit();
            err.toFile().deleteOnExit();
            var builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            builder.environment().putAll(settings);
            return new Program(builder.start(), out, err);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Path jar() {
        return Path.of(System.getProperty("broadside.test.jar", "target/broadside.jar"));
    }

    /** The port of the API, as the banner tells it. */
    public int port() {
        return told(PORT);
    }

    /** The port of the health checks, as the banner tells it. */
    public int managementPort() {
        return told(MANAGEMENT);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** A client of it whose every exchange is held against the contract. */
    public Client client() {
        return new Client(url(), Contract.load(), null);
    }

    private int told(Pattern pattern) {
        return Eventually.get(PATIENCE, "the banner", () -> {
            var matcher = pattern.matcher(output());
            if (matcher.find()) {
                return Optional.of(Integer.parseInt(matcher.group(1)));
            }
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + ": " + errors());
            }
            return Optional.empty();
        });
    }

    /** The status of a health check; 0 when nobody answers. */
    public static int health(int managementPort, String check) {
        var uri = URI.create("http://127.0.0.1:" + managementPort + "/health/" + check);
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public String output() {
        return read(out);
    }

    /** Everything it has logged. */
    public List<String> log() {
        return read(err).lines().toList();
    }

    /** What it complained of; a mail that is put off when it stops is no complaint. */
    public String errors() {
        return read(err)
                .lines()
                .filter(line -> !line.contains(" INFO ") && !line.contains(" Delivery: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Sends a signal by its name, such as TERM. */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The exit code of a program that ends by itself. */
    public int exit() {
        return exit(PATIENCE);
    }

    public int exit(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("does not end within " + within + ": " + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Kills it if it still runs; what it leaves behind is for the test to end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        Secrets.findNone(read(err));
        Secrets.findNone(read(out));
    }
}
