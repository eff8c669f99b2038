package broadside.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.Main;
import broadside.cli.Told;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle is run again: everything is there, and once. */
@Tag("any-server")
class KilledPostsTest {
    private static final int POSTS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingComesTwice() throws IOException {
        Told.by(database, "db", "migrate");
        Told.by(database, "user", "create", "susan", "--email", "susan@example.com");
        var file = folder.resolve("posts.jsonl");
        Files.write(
                file, IntStream.range(0, POSTS).mapToObj(KilledPostsTest::post).toList());
        kill(file);
        int before = Integer.parseInt(ask("select count(*) from post"));
        assertTrue(before > 0 && before < POSTS, "it was killed in the middle");
        Brought.from(database, file, "--author", "susan").expect(0, POSTS, POSTS - before, 0, before, 0);
        assertEquals(POSTS + " " + POSTS, ask("select count(*) || ' ' || count(distinct body) from post"));
        assertEquals(POSTS + "", ask("select posts from account_stat"));
        assertEquals(POSTS + "", ask("select count(*) from post_revision"));
        assertEquals(POSTS + "", ask("select count(*) from event where kind = 'post.imported'"));
    }

    private static String post(int number) {
        return new JsonObject()
                .put("title", "Number " + number)
                .put("body", "Text " + number)
                .encode();
    }

    /** Runs the command in a process of its own and kills it as soon as some posts were brought. */
    private void kill(Path file) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        Main.class.getName(),
                        "import",
                        "posts",
                        file.toString(),
                        "--author",
                        "susan")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        command.environment().put("DATABASE_URL", TestDatabase.url(database));
        var process = command.start();
        try {
            Eventually.holds(
                    PATIENCE, "some are brought", () -> Integer.parseInt(ask("select count(*) from imported")) >= 200);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private String ask(String sql) {
        return String.valueOf(TestDatabase.ask(database, sql));
    }
}
