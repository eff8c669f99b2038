package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.app.catalogue.Catalogue;
import broadside.app.schema.Agreed;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.app.schema.Undo;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Up, down and up again: each undo script leaves exactly what had been there before its migration. But for extensions, which stay:
 * they may have been there before, as they have here.
 */
class UndoTest {
    private final DatabaseAddress database = withExtensions();

    @Test
    void restoresWhatWasBefore() throws Exception {
        var before = climb();
        var newest = catalogue();
        var wrong = new LinkedHashMap<String, List<String>>();
        var back = new ArrayList<>(before.keySet());
        Collections.reverse(back);
        for (var version : back) {
            new Undo(database, Scripts.packed()).run(null, new Agreed(true, false), step -> {});
            note(wrong, "after undo of " + version, Objects.requireNonNull(before.get(version)));
        }
        Migrations.run(database);
        note(wrong, "after redo", newest);
        var elsewhere = TestDatabase.migrated();
        note(wrong, "beside a fresh database", read(elsewhere));
        assertEquals(Map.of(), wrong);
    }

    private static DatabaseAddress withExtensions() {
        var fresh = TestDatabase.fresh();
        TestDatabase.execute(fresh, "create extension unaccent; create extension pg_trgm");
        return fresh;
    }

    /** Applies all, one by one; the catalogue before each. */
    private Map<String, Catalogue> climb() throws SQLException {
        var before = new LinkedHashMap<String, Catalogue>();
        for (var version : Walk.versions()) {
            before.put(version, catalogue());
            new Migrations(database, Scripts.packed()).to(version, () -> false);
        }
        return before;
    }

    private void note(Map<String, List<String>> wrong, String when, Catalogue expected) throws SQLException {
        var differences =
                expected.differences(catalogue()).stream().map(Object::toString).toList();
        if (!differences.isEmpty()) {
            wrong.put(when, differences);
        }
    }

    private Catalogue catalogue() throws SQLException {
        return read(database);
    }

    private static Catalogue read(DatabaseAddress address) throws SQLException {
        try (var connection = TestDatabase.connect(address)) {
            return Catalogue.read(connection);
        }
    }
}
