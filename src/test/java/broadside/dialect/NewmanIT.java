package broadside.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DataFolder;
import broadside.testing.Program;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A client of another maker, the npm package newman, meets both dialects of the packaged program: two people from end to end. */
@EnabledIf(value = "installedOrStrict", disabledReason = "the npm package newman is not installed on this machine")
class NewmanIT {
    /** In src/test/resources/newman, each with more than this many assertions. */
    private static final List<String> COLLECTIONS = List.of("realworld", "microblog");

    private static final int LEAST = 30;

    @TempDir
    Path temporary;

    static boolean installedOrStrict() throws InterruptedException {
        try {
            return Boolean.getBoolean("broadside.test.strict")
                    || new ProcessBuilder("newman", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    @Test
    void twoPeopleMeetInEach() throws IOException, InterruptedException {
        try (var folder = DataFolder.create();
                var program = Program.serve(Program.settings(folder.path()))) {
            for (var collection : COLLECTIONS) {
                var run = run(collection, program.url() + "/" + collection + "/api");
                var assertions = run.getJsonObject("stats").getJsonObject("assertions");
                assertEquals(new JsonArray(), run.getJsonArray("failures"));
                assertTrue(assertions.getInteger("total") > LEAST, assertions.encode());
            }
        }
    }

    /** What newman reports of it. */
    private JsonObject run(String collection, String api) throws IOException, InterruptedException {
        var report = temporary.resolve(collection + ".json");
        var process = new ProcessBuilder(
                        "newman",
                        "run",
                        "src/test/resources/newman/" + collection + ".json",
                        "--env-var",
                        "api=" + api,
                        "--env-var",
                        "run=" + Long.toString(System.nanoTime(), Character.MAX_RADIX),
                        "--reporters",
                        "json",
                        "--reporter-json-export",
                        report.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        assertTrue(Files.exists(report), said);
        return new JsonObject(Files.readString(report)).getJsonObject("run");
    }
}
