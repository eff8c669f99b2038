package broadside.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.schema.Migrations;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What search is made of, for a role that owns the database and may do nothing else. */
class OwnerTest {
    private static final String FUNCTIONS = """
            select pg_get_functiondef(p.oid) from pg_proc p
            where pronamespace = current_schema()::regnamespace
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')""";

    private static final String PEOPLE = """
            insert into account (username, username_key, email, email_key, created_at, updated_at)
            select n, n, n || '@example.com', n || '@example.com', now(), now()
            from (select 'somebody' || n from generate_series(1, 2000) n) as names (n)""";

    private final DatabaseAddress database = TestDatabase.plain();

    /** As a dump does that is restored where the extensions are already: in a session that has not used them. */
    @Test
    void everyFunctionCanBeMadeAgain() throws SQLException {
        Migrations.run(database);
        var functions = functions();
        assertTrue(functions.size() > 20, () -> functions.size() + " functions");
        functions.forEach(function -> TestDatabase.execute(database, function));
    }

    private List<String> functions() throws SQLException {
        try (var connection = TestDatabase.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(FUNCTIONS)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    @Test
    void peopleAreLookedForByTheIndex() throws SQLException {
        Migrations.run(database);
        try (var connection = TestDatabase.connect(database);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(PEOPLE + "; analyze account");
            statement.execute("select * from search_accounts('wilhelmina')");
            var scans = statement.executeQuery("select pg_stat_get_xact_numscans('account_search'::regclass)");
            assertTrue(scans.next());
            assertEquals(3, scans.getInt(1), "by their beginning, by the beginning of a word, by likeness");
        }
    }
}
