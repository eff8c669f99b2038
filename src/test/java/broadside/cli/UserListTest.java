package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code user list}, over a database of some whose names begin alike, one suspended and one closed. */
@Tag("any-server")
class UserListTest {
    private static final DatabaseAddress DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void fill() {
        add("ada", "admin", "2020-02-03 04:05:06.789123Z", "'Ada@Example.com', 'ada@example.com', '2020-03-01Z'", "");
        add(
                "Adam",
                "author",
                "2021-01-01Z",
                "'adam@example.com', 'adam@example.com', null",
                "suspended_at = now(), suspended_reason = 'spam'");
        add("bob", "reader", "2022-01-01Z", "'bob@example.com', 'bob@example.com', null", "");
        add("gone", "author", "2023-01-01Z", "'closed-4', 'closed-4', null", "suspended_at = now(), closed_at = now()");
        add("山田", "author", "2024-01-01Z", "'adm@example.org', 'adm@example.org', null", "");
        TestDatabase.execute(
                DATABASE,
                "update account_stat set posts = 7, last_seen_at = '2025-05-05 05:05:05Z' where account_id = 1");
    }

    private static void add(String name, String role, String created, String email, String more) {
        TestDatabase.execute(DATABASE, """
                with made as (
                  insert into account (username, username_key, role, created_at, updated_at, email, email_key, email_verified_at)
                  values ('%1$s', lower('%1$s'), '%2$s', '%3$s', now(), %4$s) returning id)
                insert into account_stat (account_id) select id from made""".formatted(name, role, created, email));
        if (!more.isEmpty()) {
            TestDatabase.execute(DATABASE, "update account set " + more + " where username = '" + name + "'");
        }
    }

    private static Told list(String... options) {
        var all = new ArrayList<>(List.of("user", "list"));
        all.addAll(List.of(options));
        return Told.by(DATABASE, all.toArray(String[]::new));
    }

    @Test
    void isForProgramsWhereThereIsNoTerminal() {
        assertEquals(
                new Told(
                        0,
                        String.join(
                                "\n",
                                List.of(
                                        "username\trole\tstate\temail\tverified\tcreated\tseen\tposts",
                                        "ada\tadmin\tactive\tAda@Example.com\tyes\t2020-02-03T04:05:06.789Z\t2025-05-05T05:05:05.000Z\t7",
                                        "Adam\tauthor\tsuspended\tadam@example.com\tno\t2021-01-01T00:00:00.000Z\t-\t0",
                                        "bob\treader\tactive\tbob@example.com\tno\t2022-01-01T00:00:00.000Z\t-\t0",
                                        "gone\tauthor\tclosed\t-\tno\t2023-01-01T00:00:00.000Z\t-\t0",
                                        "山田\tauthor\tactive\tadm@example.org\tno\t2024-01-01T00:00:00.000Z\t-\t0",
                                        "")),
                        ""),
                list());
    }

    @Test
    void isSifted() {
        assertEquals(List.of("ada", "Adam", "山田"), names("--search", "AD"));
        assertEquals(List.of("ada", "Adam"), names("--search", "ada"));
        assertEquals(List.of(), names("--search", "a%"));
        assertEquals(List.of("Adam"), names("--suspended"));
        assertEquals(List.of("Adam", "gone", "山田"), names("--role", "author"));
        assertEquals(List.of("山田"), names("--role", "author", "--search", "adm@"));
        assertEquals(List.of(), names("--role", "reader", "--suspended"));
    }

    private static List<String> names(String... options) {
        return list(options)
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split("\t")[0])
                .toList();
    }

    @Test
    void isAlsoLinesOfJson() {
        var lines = list("--json").out().lines().map(JsonObject::new).toList();
        assertEquals(5, lines.size());
        assertEquals(
                new JsonObject()
                        .put("id", "2")
                        .put("username", "Adam")
                        .put("role", "author")
                        .put("state", "suspended")
                        .put("suspendedReason", "spam")
                        .put("email", "adam@example.com")
                        .put("emailVerified", false)
                        .put("createdAt", "2021-01-01T00:00:00.000Z")
                        .putNull("lastSeenAt")
                        .put("posts", 0),
                lines.get(1));
    }

    @Test
    void isATableOnATerminal() {
        var table = Child.onTerminal(
                        Map.of("DATABASE_URL", TestDatabase.url(DATABASE), "LC_ALL", "C.UTF-8"), "user", "list")
                .out();
        assertEquals(
                List.of(
                        "username  role    state      email             verified  created           seen              posts",
                        "ada       admin   active     Ada@Example.com   yes       2020-02-03 04:05  2025-05-05 05:05  7",
                        "Adam      author  suspended  adam@example.com  no        2021-01-01 00:00  -                 0",
                        "bob       reader  active     bob@example.com   no        2022-01-01 00:00  -                 0",
                        "gone      author  closed     -                 no        2023-01-01 00:00  -                 0",
                        "山田      author  active     adm@example.org   no        2024-01-01 00:00  -                 0"),
                table.lines().toList());
    }

    @Test
    void isUtf8ForProgramsInWhateverLocale() {
        assertTrue(Child.by(DATABASE, "", "user", "list").out().contains("\n山田\t"));
    }

    /** In a heap that does not hold them all. */
    @Test
    void takesNoMoreMemoryForMoreAccounts() {
        var many = TestDatabase.migrated();
        TestDatabase.execute(many, """
                with made as (
                  insert into account (username, username_key, email, email_key, created_at, updated_at)
                  select n, n, n || '@example.com', n || '@example.com', now(), now()
                  from (select 'u' || lpad(g::text, 9, '0') || repeat('x', 50) as n from generate_series(1, 100000) g) names
                  returning id)
                insert into account_stat (account_id) select id from made""");
        var told = Child.run(
                Map.of("DATABASE_URL", TestDatabase.url(many)), List.of("-Xmx32m"), "", "user", "list", "--json");
        assertEquals(0, told.exit(), told.error());
        assertEquals(100_000, told.out().lines().count());
        assertTrue(IntStream.of(1, 100_000).allMatch(n -> told.out().contains("\"id\":\"" + n + "\"")));
    }
}
