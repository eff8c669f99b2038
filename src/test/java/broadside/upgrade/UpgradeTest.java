package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.OlderSchema;
import broadside.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a database held at any version, it holds at the newest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeTest {
    /** Tables that a later version fills with what had been there before in another form: rows are added, none goes. */
    private static final List<String> FILLED_LATER = List.of("entry", "post_search");

    private static final Map<String, String> INVARIANTS = Map.of(
            "an author's posts are counted", """
            select count(*) from account_stat s where posts <> (
              select count(*) from post p where p.author_id = s.account_id and p.status = 'published'
                and p.visibility = 'public' and p.parent_id is null)""",
            "followers are counted", """
            select count(*) from account_stat s
            where followers <> (select count(*) from follow where followed_id = s.account_id)
              or following <> (select count(*) from follow where follower_id = s.account_id)""",
            "replies are counted", """
            select count(*) from post p where parent_id is null and coalesce(
              (select replies from post_stat s where s.post_id = p.id), 0) <> (select count(*) from post r where r.parent_id = p.id)""",
            "what is published has an entry", """
            select count(*) from post p where status = 'published'
              and not exists (select from entry e where e.post_id = p.id and not e.repost)""",
            "what is published can be found", """
            select count(*) from post p where status = 'published'
              and not exists (select from post_search s where s.post_id = p.id)""",
            "articles have their slug", """
            select count(*) from post p where slug is not null
              and not exists (select from slug s where s.slug = p.slug and s.post_id = p.id)""",
            "constraints hold for old rows too", "select count(*) from pg_constraint where not convalidated",
            "indexes are whole", "select count(*) from pg_index where not indisvalid");

    private Map<String, DatabaseAddress> filled = Map.of();

    @BeforeAll
    void fill() {
        filled = Walk.filled();
    }

    static List<String> versions() {
        return Walk.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void keepsEverything(String version) {
        var database = Objects.requireNonNull(filled.get(version));
        var before = Rows.of(database);
        assertEquals(List.of(), empty(before), "tables without rows: write some into upgrade/V" + version + ".sql");
        OlderSchema.migrate(database, "latest");
        var after = before.in(database);
        assertAll(before.rows().entrySet().stream()
                .map(table -> () -> assertKept(table.getKey(), table.getValue(), after.rowsOf(table.getKey()))));
        assertAll(INVARIANTS.entrySet().stream().map(rule -> () -> assertHolds(database, rule)));
    }

    private static List<String> empty(Rows rows) {
        return rows.rows().entrySet().stream()
                .filter(table -> table.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void assertKept(String table, List<String> before, List<String> after) {
        if (FILLED_LATER.contains(table)) {
            var missing = new ArrayList<>(before);
            after.forEach(missing::remove);
            assertEquals(List.of(), missing, table);
            assertTrue(after.size() >= before.size(), table);
        } else {
            assertEquals(before, after, table);
        }
    }

    private static void assertHolds(DatabaseAddress database, Map.Entry<String, String> rule) {
        assertEquals("0", TestDatabase.ask(database, rule.getValue()), rule.getKey());
    }
}
