package broadside.upgrade;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.OlderSchema;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database that goes up version by version, gets rows at each, and is copied there. */
final class Walk {
    private static final Path MIGRATIONS = Path.of("sql");
    private static final Path ROWS = Path.of("src/test/resources/upgrade");
    private static final Path NOTES = Path.of("src/test/resources/sample/notes.jsonl");

    private Walk() {}

    /** Every version, in order: {@code 001} and so on. */
    static List<String> versions() {
        try (var files = Files.list(MIGRATIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d{3}__.*[.]sql"))
                    .map(name -> name.substring(1, 4))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A database for each version, filled at that version and at those before. */
    static Map<String, DatabaseAddress> filled() {
        var walker = TestDatabase.fresh();
        provideTexts(walker);
        var copies = new LinkedHashMap<String, DatabaseAddress>();
        for (var version : versions()) {
            OlderSchema.migrate(walker, version);
            fill(walker, version);
            copies.put(version, TestDatabase.copy(walker));
        }
        return copies;
    }

    /** A version whose migration makes no table may do without rows of its own. */
    private static void fill(DatabaseAddress walker, String version) {
        var rows = ROWS.resolve("V" + version + ".sql");
        if (Files.exists(rows)) {
            TestDatabase.execute(walker, read(rows));
        }
    }

    /** The sample's notes lie aside in a schema of their own, for the rows to be made of. */
    private static void provideTexts(DatabaseAddress walker) {
        TestDatabase.execute(walker, """
                create schema sample;
                create table sample.note (
                  number integer generated always as identity, language text not null, text text not null)""");
        try (var connection = TestDatabase.connect(walker);
                var insert = connection.prepareStatement("insert into sample.note (language, text) values (?, ?)");
                var lines = Files.lines(NOTES)) {
            for (var note : (Iterable<JsonObject>) notes(lines)::iterator) {
                insert.setString(1, note.getString("language"));
                insert.setString(2, note.getString("text"));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Stream<JsonObject> notes(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).map(JsonObject::new);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
