package broadside.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands in a JVM of their own, in an environment of which nothing is inherited but the path. */
final class Child {
    private static final int PATIENCE_SECONDS = 120;
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private Child() {}

    static Told by(DatabaseAddress database, String typed, String... arguments) {
        return run(Map.of("DATABASE_URL", TestDatabase.url(database)), List.of(), typed, arguments);
    }

    /**
     * Runs it to its end.
     *
     * @param options of the JVM
     * @param typed   what it reads from standard input
     */
    static Told run(Map<String, String> settings, List<String> options, String typed, String... arguments) {
        return told(command(options, arguments), settings, typed);
    }

    /** The same in front of a terminal, whose lines end as those of files do here. */
    static Told onTerminal(Map<String, String> settings, String... arguments) {
        var script = Path.of("/usr/bin/script");
        var there = Files.isExecutable(script);
        assumeTrue(there || Boolean.getBoolean("broadside.test.strict"), "script of util-linux is not installed");
        var quoted = command(List.of(), arguments).stream()
                .map(word -> "'" + word + "'")
                .collect(joining(" "));
        var told = told(List.of(script.toString(), "-qec", quoted, "/dev/null"), settings, "");
        return new Told(told.exit(), told.out().replace("\r\n", "\n"), told.error());
    }

    private static List<String> command(List<String> options, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, "broadside.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Told told(List<String> command, Map<String, String> settings, String typed) {
        try {
            return ended(command, settings, typed);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Told ended(List<String> command, Map<String, String> settings, String typed)
            throws IOException, InterruptedException {
        var out = Files.createTempFile("child", ".out");
        var error = Files.createTempFile("child", ".err");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(error.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().putAll(settings);
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + command);
        }
        return new Told(process.exitValue(), taken(out), taken(error));
    }

    private static String taken(Path file) throws IOException {
        var text = Files.readString(file);
        Files.delete(file);
        return text;
    }
}
