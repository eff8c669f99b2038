package broadside.cli.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says of a source that will not do: one line, and never a password. */
class ImportCommandTest {
    private static final DatabaseAddress NOWHERE =
            new DatabaseAddress("127.0.0.1", 1, "nowhere", "nobody", "", DatabaseAddress.SslMode.DISABLE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "nowhere.db, a file that is not there",
        "sqlite:///nowhere.db, a file that is not there",
        "., a file that is not there",
        "sqlite://, names no file",
        "'', a file that is not there",
        "'\0', no path of a file",
        "oracle://u:s3cr3t@h/d, 'must be a SQLite file, or begin with'",
        "mysql://u:s3cr3t@/d, must have the form mysql://",
        "mysql://u:s3cr3t@h, must have the form mysql://",
        "mysql://u:s3cr3t@h/d?x=y, parameter that is not supported: x",
        "mysql://u:s3cr3t@h/d?sslmode=maybe, unknown sslmode",
        "mysql://u:s3cr3t^@h/d, cannot be read as a URI",
        "mysql://u:s3cr3t%@h/d, cannot be read as a URI",
        "mysql://u:s3cr3t@127.0.0.1:1/d, 'The source mysql://127.0.0.1:1/d cannot be opened'",
        "postgresql://u:s3cr3t@127.0.0.1:1/d, 'The source postgresql://127.0.0.1:1/d cannot be opened'",
        "postgresql+psycopg2://u:s3cr3t@/d, must have the form postgresql://",
        "postgresql:///d, must have the form postgresql://"
    })
    void aSourceThatCannotBeOpenedIsOneLine(String from, String line) {
        var ran = Ran.importing(NOWHERE, folder, from).expect(1);
        assertTrue(ran.error().contains(line), ran.error());
        assertEquals(1, ran.error().lines().count(), ran.error());
        assertFalse((ran.error() + ran.out() + ran.report()).contains("s3cr3t"), ran.error());
    }

    @Test
    void aFileThatIsNoDatabaseIsTold() throws IOException {
        var file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");
        assertTrue(fails(file).contains("no SQLite database"));
        Files.writeString(file, "SQLite format 3\0 and nothing after");
        assertTrue(fails(file).contains("cannot be opened"));
    }

    private String fails(Path file, String... more) {
        var ran = Ran.importing(NOWHERE, folder, file.toString(), more).expect(1);
        assertEquals(1, ran.error().lines().count(), ran.error());
        return ran.error();
    }

    @Test
    void aDatabaseOfSomethingElseIsTold() throws SQLException {
        var file = folder.resolve("other.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table user (id integer primary key, email text)");
        }
        assertTrue(fails(file).contains("no database of the Microblog"));
    }

    @Test
    void ofTwoEditionsOneMustBeNamed() throws SQLException {
        var file = folder.resolve("both.db");
        try (var old = OldMicroblog.create(DriverManager.getConnection("jdbc:sqlite:" + file), "datetime")) {
            old.execute("create table users (id integer primary key, username text)");
            old.execute("create table posts (id integer primary key, text text, user_id integer)");
        }
        assertTrue(fails(file).contains("--edition microblog or api"));
        assertTrue(fails(file, "--edition", "third").contains("There is no edition third"));
        assertTrue(fails(file, "--name", "x".repeat(301)).contains("--name"));
    }

    @Test
    void aTargetThatIsNotThereIsTold() throws SQLException {
        var file = folder.resolve("microblog.db");
        OldMicroblog.create(DriverManager.getConnection("jdbc:sqlite:" + file), "datetime")
                .close();
        assertTrue(fails(file).contains("127.0.0.1:1/nowhere"));
    }

    /** As early chapters of the tutorial leave it, and later ones of somebody else's. */
    @Test
    void columnsMayBeMissing() throws SQLException {
        var file = folder.resolve("early.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table user (id integer primary key, username text, email text, mood text)");
            statement.execute("create table post (id integer primary key, body text, user_id integer)");
            statement.execute("insert into user values (1, 'ann', 'ann@example.com', 'gay')");
            statement.execute("insert into post values (1, 'Hello', 1)");
        }
        var database = TestDatabase.migrated();
        var ran = Ran.importing(database, folder, file.toString(), "--name", "early")
                .expect(0);
        assertTrue(ran.report().contains("From early (microblog edition)"), ran.report());
        assertEquals("adapted: had no time, is of now", ran.about("post 1"));
        assertEquals("early", TestDatabase.ask(database, "select name from import_source"));
    }

    @Test
    void aDatabaseThatIsNotReadyLeavesNoReport() throws Exception {
        var file = folder.resolve("ready.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("create table user (id integer primary key, username text, email text)");
            statement.execute("create table post (id integer primary key, body text, user_id integer)");
        }
        Ran.importing(TestDatabase.fresh(), folder, file.toString()).expect(1);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
