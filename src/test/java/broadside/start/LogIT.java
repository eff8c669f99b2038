package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadside.testing.DataFolder;
import broadside.testing.Eventually;
import broadside.testing.Program;
import broadside.testing.Secrets;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program writes into its log, and what all tests together made it write. */
class LogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void aLineForEachRequestTellsWhoseItWasAndHowItWent() {
        try (var folder = DataFolder.create();
                var program = Program.serve(Program.settings(folder.path(), "BROADSIDE_LOG_FORMAT", ""))) {
            var susan = program.client().register("susan");
            var id = susan.get("/v1/me").expect(200).json().getString("id");
            susan.get("/v1/accounts/susan", "X-Request-Id", "one-of-hers").expect(200);
            program.client()
                    .get("/v1/posts/%0aERROR%1b%5b2J", "X-Request-Id", "an-attack")
                    .expect(404);
            Eventually.holds(PATIENCE, "both are told", () -> program.log().stream()
                    .anyMatch(line -> line.contains("an-attack")));
            var hers = line(program, "one-of-hers");
            assertEquals("GET", hers.getString("method"));
            assertEquals("/v1/accounts/{username}", hers.getString("route"));
            assertEquals(200, hers.getInteger("status"));
            assertEquals(id, hers.getString("account"));
            assertTrue(hers.getInteger("millis") >= 0 && hers.getInteger("millis") < 60_000);
            assertNotNull(hers.getInstant("time"));
            assertFalse(line(program, "an-attack").containsKey("account"));
            program.log().forEach(JsonObject::new);
            program.signal("TERM");
            assertEquals(0, program.exit());
        }
    }

    private static JsonObject line(Program program, String requestId) {
        return program.log().stream()
                .map(JsonObject::new)
                .filter(line -> requestId.equals(line.getString("requestId")))
                .findFirst()
                .orElseThrow();
    }

    /** Runs when all other tests are done. */
    @Test
    void noSecretOfTheWholeSuiteIsInItsLog() throws IOException {
        assumeTrue(Files.isDirectory(Secrets.FOLDER), "the suite has not run");
        var secrets = new ArrayList<String>();
        for (var file : files(".secrets")) {
            secrets.addAll(Files.readAllLines(file));
        }
        var logs = files(".log");
        assumeTrue(!secrets.isEmpty() && !logs.isEmpty(), "the suite has not run");
        for (var log : logs) {
            assertEquals(List.of(), Secrets.in(Files.readString(log), secrets), log.toString());
        }
    }

    private static List<Path> files(String end) throws IOException {
        try (var all = Files.list(Secrets.FOLDER)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
