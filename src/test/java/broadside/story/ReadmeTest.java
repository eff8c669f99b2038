package broadside.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first session in the README prints what the README says, but for what differs each time: tokens, times, hashes. With
 * {@code -Dbroadside.test.readme=write} it writes down what it sees instead.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @Test
    void firstSessionIsTrue(@TempDir Path folder) throws Exception {
        needCurl();
        Server.shared(); // somebody warms up this JVM's first server, and would take the first id of this one
        var readme = Readme.of(Files.readString(README));
        var seen = new ArrayList<Readme.Step>();
        try (var server = Server.start(Map.of())) {
            for (var step : readme.steps()) {
                var command = step.command().replace("localhost:8080", "localhost:" + server.port());
                var output = run(folder, command).replace("localhost:" + server.port(), "localhost:8080");
                seen.add(new Readme.Step(step.command(), output));
            }
        }
        if (System.getProperty("broadside.test.readme", "").equals("write")) {
            Files.writeString(README, readme.with(seen));
        }
        for (int i = 0; i < seen.size(); i++) {
            assertEquals(
                    lasting(readme.steps().get(i).output()),
                    lasting(seen.get(i).output()),
                    seen.get(i).command());
        }
    }

    /** One shell after another, with the variables of the one before. */
    private static String run(Path folder, String command) throws IOException, InterruptedException {
        var script =
                "touch variables; . ./variables; " + command + "\ndeclare -p TOKEN ETAG 2>/dev/null > variables; true";
        var shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(shell.waitFor(20, TimeUnit.SECONDS), command);
        return output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
    }

    private static String lasting(String output) {
        return output.replaceAll("bs[a-z]_[\\w-]+", "TOKEN")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
                .replaceAll("\"requestId\":\"[\\w-]+\"", "\"requestId\":\"ID\"")
                .replaceAll("\"(next|prev)\":\"[\\w-]+\"", "\"$1\":\"CURSOR\"");
    }

    private static void needCurl() {
        var there = Files.isExecutable(Path.of("/usr/bin/curl")) && Files.isExecutable(Path.of("/bin/bash"));
        if (!Boolean.getBoolean("broadside.test.strict")) {
            Assumptions.assumeTrue(there, "curl or bash is not installed");
        }
        assertTrue(there, "curl and bash are needed");
    }
}
