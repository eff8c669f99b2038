package broadside.cli.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadside.Main;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle is run again: everything is there, and once. */
@Tag("any-server")
class KilledImportTest {
    private static final int USERS = 120;
    private static final int POSTS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DatabaseAddress database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingComesTwice() throws SQLException, IOException {
        var file = folder.resolve("large.db");
        try (var old = OldMicroblog.create(DriverManager.getConnection("jdbc:sqlite:" + file), "datetime")) {
            old.fill(USERS, POSTS);
        }
        killAt("post", 200, file);
        assertNotEquals(String.valueOf(POSTS), ask("select count(*) from post"), "it was killed in the middle");
        killAt("message", 200, file);
        assertWhole();
        assertEquals(USERS + " " + USERS + " " + USERS, ask("""
                select (select count(*) from follow) || ' ' || sum(followers) || ' ' || sum(following) from account_stat"""));
        var last = Ran.importing(database, folder, file.toString()).expect(0);
        assertEquals(POSTS, last.counts("posts").get(3), "they were there before");
        assertWhole();
        assertEquals(POSTS + " " + POSTS, ask("""
                select count(*) || ' ' || count(distinct body) from imported_message"""));
    }

    private void assertWhole() {
        assertEquals(USERS + " " + USERS, ask("select count(*) || ' ' || count(distinct username) from account"));
        assertEquals(POSTS + " " + POSTS, ask("select count(*) || ' ' || count(distinct body) from post"));
        assertEquals(POSTS + "", ask("select sum(posts) from account_stat"));
        assertEquals(POSTS + "", ask("select count(*) from post_tag"));
        assertEquals(POSTS + "", ask("select count(*) from post_revision"));
        assertEquals(POSTS + "", ask("select count(*) from event where kind = 'post.imported'"));
        assertEquals("Post 1 #tag1 Post 2 #tag2", ask("""
                select string_agg(body, ' ' order by id) from (select id, body from post order by id limit 2) as first"""));
    }

    /** Runs the command in a process of its own and kills it as soon as so many rows of a kind were brought. */
    private void killAt(String kind, int rows, Path file) throws IOException {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "import",
                        "microblog",
                        "--from",
                        file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        command.environment().put("DATABASE_URL", TestDatabase.url(database));
        var process = command.start();
        try {
            Eventually.holds(PATIENCE, "some of it is brought", () -> brought(kind) >= rows);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static String absolute(String classPath) {
        return java.util.Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }

    private int brought(String kind) {
        return Integer.parseInt(ask("select count(*) from imported where kind = '" + kind + "'"));
    }

    private String ask(String sql) {
        return String.valueOf(TestDatabase.ask(database, sql));
    }
}
