package broadside.app.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.schema.Migrations;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal what is equal; PlantedDifferencesTest has what is not. */
class CatalogueTest {
    private static Catalogue read(DatabaseAddress address) throws SQLException {
        try (var connection = TestDatabase.connect(address)) {
            return Catalogue.read(connection);
        }
    }

    @Test
    void databasesOfTheSameMigrationsAreEqual() throws Exception {
        var first = TestDatabase.fresh();
        var second = TestDatabase.fresh();
        Migrations.run(first);
        Migrations.run(second);
        var read = read(first);
        assertTrue(read.parts().size() > 200, () -> "parts: " + read.parts().size());
        assertEquals(List.of(), read.differences(read(second)));
    }
}
