package broadside.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Commands;
import broadside.app.Rooms;
import broadside.app.Settings;
import broadside.testing.TestDatabase;
import io.vertx.core.Future;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What comes through a pipe is run in this process, on the live objects. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private boolean asked;
    private boolean failed;
    private boolean refused;
    private boolean unfinished;
    private String afterGood = "";
    private String errorAfterGood = "";

    /** One set of rooms for all: opening them takes the time. */
    @BeforeAll
    void run() {
        var database = TestDatabase.migrated();
        var config = Settings.read(Map.of("DATABASE_URL", TestDatabase.url(database) + "?sslmode=disable"));
        Commands.run(config, rooms -> {
            run(rooms);
            return Future.succeededFuture("");
        });
    }

    private void run(Rooms rooms) {
        Bound.bind(rooms);
        asked = lines("""
                int twice(int number) {
                  return 2 * number;
                }
                twice(21)
                Thread.currentThread().getThreadGroup().getName()
                rooms == broadside.app.shell.Bound.rooms() ? "live" : "copied"
                await(registrations.create(Registration.from(new JsonObject().put("username", "susan")
                  .put("email", "susan@example.org").put("password", "sun flower seeds")).account(), "sun flower seeds", Role.AUTHOR))
                await(AccountQueries.byName(reads, "susan", null)).orElseThrow().username()
                /exit
                nonsense after the end
                """);
        afterGood = out.toString(UTF_8);
        errorAfterGood = error.toString(UTF_8);
        failed = lines("await(Future.failedFuture(new IllegalArgumentException(\"no such thing\")))\n");
        refused = lines("int x = \"text\";\n");
        unfinished = lines("int y = 1 + (\n");
    }

    private boolean lines(String text) {
        try (var snippets = new Snippets(new PrintStream(out, true, UTF_8), new PrintStream(error, true, UTF_8))) {
            return snippets.runAll(new BufferedReader(new StringReader(text)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @AfterAll
    void leave() {
        Bound.unbind();
    }

    @Test
    void answersAreShown() {
        assertEquals("", errorAfterGood);
        assertTrue(asked);
        assertTrue(afterGood.lines().anyMatch("42"::equals), afterGood);
        assertTrue(afterGood.contains("\"live\""), afterGood);
        var group = Thread.currentThread().getThreadGroup().getName();
        assertTrue(
                afterGood.contains("\"" + group + "\""),
                "Threads begun by snippets are the program's own: " + afterGood);
        assertTrue(afterGood.contains("\"susan\""), afterGood);
    }

    @Test
    void whatFailsIsToldAndRemembered() {
        assertFalse(failed);
        assertFalse(refused);
        assertFalse(unfinished);
        var told = error.toString(UTF_8);
        assertTrue(told.contains("IllegalArgumentException: no such thing"), told);
        assertTrue(told.contains("cannot be converted to int"), told);
        assertTrue(told.contains("has no end"), told);
    }
}
