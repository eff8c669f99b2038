package broadside.search;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.schema.Migrations;
import broadside.kit.problem.StartupFailure;
import broadside.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A database in which the extensions cannot be made says so. */
class ExtensionsTest {
    @Test
    void whatIsMissingIsTold() {
        var database = TestDatabase.plain();
        TestDatabase.execute(
                database, "revoke create on database " + database.database() + " from public, " + database.user());
        var failure = assertThrows(StartupFailure.class, () -> Migrations.run(database));
        assertTrue(
                String.valueOf(failure.getMessage()).contains("search needs the extensions unaccent and pg_trgm"),
                failure.getMessage());
    }
}
