package broadside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged program in a JVM of its own, from its start on. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LOOK_MILLIS = 5;
    private static final ProcessBuilder.Redirect LOG = ProcessBuilder.Redirect.appendTo(
            Path.of(System.getProperty("java.io.tmpdir"), "broadside-bench.log").toFile());

    private final Process process;
    private final int port;
    private final double seconds;
    private final double cpuSeconds;

    private Started(Process process, int port, long began) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("no answer, " + process.info());
            }
            Thread.sleep(LOOK_MILLIS);
        }
        this.seconds = (System.nanoTime() - began) / 1e9;
        this.cpuSeconds = Cpu.of(process.pid()).getAsLong() / 1e6;
    }

    /**
     * Starts it and waits for its first 200.
     *
     * @param command  Java with its options and the jar, or what calls it
     * @param settings besides a port of its own and no limits
     */
    static Started run(List<String> command, Map<String, String> settings) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(LOG);
            builder.environment().putAll(settings);
            builder.environment()
                    .putAll(Map.of(
                            "PORT", Integer.toString(port),
                            "BROADSIDE_MANAGEMENT_PORT", "0",
                            "BROADSIDE_RATE_LIMIT_FACTOR", "0"));
            long began = System.nanoTime();
            return new Started(builder.start(), port, began);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** That nobody listens on just now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/v1/posts").toURL();
            return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process to its first 200. */
    double seconds() {
        return seconds;
    }

    /** The processor time this took, PostgreSQL's not among it. */
    double cpuSeconds() {
        return cpuSeconds;
    }

    /** What it holds in memory, in MB. */
    double megabytes() {
        return megabytes(process.pid(), "Rss");
    }

    /** What the PostgreSQL of a data folder holds, in MB; what its processes share counts once. */
    static double postgresMegabytes(Path data) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            var postmaster = all.filter(each -> each.info()
                            .commandLine()
                            .filter(line -> line.contains("/postgres ") && line.contains(data.toString()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.children())
                    .mapToDouble(each -> megabytes(each.pid(), "Pss"))
                    .sum();
        }
    }

    /** From {@code /proc/PID/smaps_rollup} (proc_pid_smaps(5)). */
    private static double megabytes(long pid, String what) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException ended) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
