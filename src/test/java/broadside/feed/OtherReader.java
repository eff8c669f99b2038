package broadside.feed;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Feed readers of other makers, each a program of its own that must be on this machine already: tests install nothing. */
enum OtherReader {
    /** Debian's {@code python3-feedparser}: Atom and RSS. */
    FEEDPARSER("understood.py"),
    /** The npm package {@code feedsmith}, installed globally: JSON Feed. */
    FEEDSMITH("understood.cjs");

    private static final String PYTHON = "/usr/bin/python3";
    private static final long PATIENCE_SECONDS = 60;

    private final String script;

    OtherReader(String script) {
        this.script = script;
    }

    static OtherReader of(String format) {
        return format.equals("json") ? FEEDSMITH : FEEDPARSER;
    }

    /** Whether tests that need them are to run: where both are installed, and in a strict run. */
    static boolean installedOrStrict() {
        return Boolean.getBoolean("broadside.test.strict")
                || (run(Map.of(), List.of(PYTHON, "-c", "import feedparser")).isPresent()
                        && packages()
                                .map(folder -> Files.isDirectory(Path.of(folder, "feedsmith")))
                                .orElse(false));
    }

    /** Where npm keeps what is installed globally. */
    private static Optional<String> packages() {
        return run(Map.of(), List.of("npm", "root", "--global")).map(String::strip);
    }

    /** What it understands of the feed at an address. */
    JsonObject read(String address) {
        var environment = Map.of("NODE_PATH", this == FEEDSMITH ? packages().orElse("") : "");
        var program = this == FEEDSMITH ? "node" : PYTHON;
        return run(environment, List.of(program, path(), address))
                .map(JsonObject::new)
                .orElseThrow(() -> new AssertionError(this + " is not installed, or cannot read " + address));
    }

    private String path() {
        try {
            var resource = OtherReader.class.getResource("/feed/" + script);
            return Path.of(java.util.Objects.requireNonNull(resource).toURI()).toString();
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a program prints; nothing where there is no such program or it fails. */
    private static Optional<String> run(Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(new ArrayList<>(command)).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return succeeds(process) ? Optional.of(told) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static boolean succeeds(Process process) {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
