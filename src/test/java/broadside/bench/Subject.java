package broadside.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server under measure, in a JVM of its own. It tells its port on standard output. */
final class Subject implements AutoCloseable {
    private final Process process;
    private final int port;

    private Subject(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Runs a class on this class path with 256 MB, in an environment with these settings.
     *
     * @param told    what stands before its port in what it prints
     * @param options of the JVM
     */
    static Subject start(String main, Map<String, String> settings, String told, String... options) {
        try {
            var builder = new ProcessBuilder(command(main, options)).redirectError(log(main));
            builder.environment().putAll(settings);
            var process = builder.start();
            return new Subject(process, port(process, Pattern.compile(told + "(\\d+)")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(String main, String... options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        Stream.of(java, "-Xmx256m", "-XX:+UseSerialGC"),
                        Arrays.stream(options),
                        Stream.of("-cp", classPath(), main))
                .flatMap(part -> part)
                .toList();
    }

    /** A file, as where a service manager collects it: a terminal would be the slowest part of all. */
    private static File log(String main) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "bench"));
        return folder.resolve(main + ".log").toFile();
    }

    private static int port(Process process, Pattern told) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = told.matcher(line);
            if (found.find()) {
                drain(lines);
                return Integer.parseInt(found.group(1));
            }
        }
        throw new IOException("It ended and told no port.");
    }

    private static void drain(BufferedReader lines) {
        var thread = new Thread(() -> lines.lines().forEach(line -> {}), "output of a server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Maven runs this in a class loader of its own. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(Subject::file).collect(Collectors.joining(":"))
                : System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        return Path.of(java.net.URI.create(url.toString())).toString();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
