package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.DataFolder;
import broadside.testing.Program;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same jar on Java 25, which finds nothing to warn of. */
class Java25IT {
    @Test
    void runsAndStaysSilent() throws IOException {
        var java = Machine.java25();
        try (var folder = DataFolder.create();
                var program = Program.start(java, Program.settings(folder.path()), "serve")) {
            var ann = program.client().register("ann");
            var post = ann.post("/v1/posts", new JsonObject().put("body", "on Java 25"))
                    .expect(201);
            ann.get(post.header("Location").orElseThrow()).expect(200);
            program.signal("TERM");
            assertEquals(0, program.exit(Duration.ofSeconds(10)));
            assertEquals("", program.errors());
            assertTrue(folder.isAtRest());
        }
    }
}
