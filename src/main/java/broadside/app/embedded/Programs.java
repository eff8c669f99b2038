package broadside.app.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Runs the programs of PostgreSQL, in an environment in which nothing of the user's own PostgreSQL settings is left. */
record Programs(Path home, Privileges privileges) {
    /** Starts a program whose output nobody reads. */
    Process start(String program, String... arguments) throws IOException {
        return start(builder(program, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }

    /** Runs a program to its end on this input; {@link Failed} with the line that tells why, if it says no. */
    void run(String input, String program, String... arguments) throws IOException {
        Process process = start(builder(program, arguments));
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException endedBeforeReading) {
            // Its output says why.
        }
        List<String> output = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        if (exit(process) != 0) {
            throw new Failed(program + ": " + ServerLog.complaint(output));
        }
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(privileges.command(command)).directory(home.toFile());
        cleanse(builder.environment());
        return builder;
    }

    /** The binaries of another system, or of another C library, do not even start. */
    private static Process start(ProcessBuilder builder) throws Failed {
        try {
            return builder.redirectErrorStream(true).start();
        } catch (IOException trouble) {
            throw new Failed(String.valueOf(trouble.getMessage()));
        }
    }

    private static void cleanse(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** A program of PostgreSQL ended with an error. */
    static final class Failed extends IOException {
        Failed(String line) {
            super(line);
        }
    }
}
