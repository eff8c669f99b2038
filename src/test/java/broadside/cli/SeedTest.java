package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code seed} without a file: made-up people who write, answer, follow and like. */
@Tag("any-server")
class SeedTest {
    private static final Pattern BROUGHT =
            Pattern.compile("Brought 30 accounts, 400 posts, ([\\d,]+) follows and ([\\d,]+) likes in [\\d.]+ s\\.");
    private static final Pattern ANYBODY =
            Pattern.compile("Log in as (\\S+), or as any other \\(user list\\), with the password (\\S+)\\.");

    private final DatabaseAddress database = TestDatabase.migrated();

    @Test
    void bringsABlogInWhichOneCanLookAround() {
        var told = seed(database, "--accounts", "30", "--posts", "400", "--follows", "5");
        assertEquals(0, told.exit(), told.error());
        assertEquals("", told.error());
        var lines = told.out().lines().toList();
        var brought = BROUGHT.matcher(lines.get(0));
        var anybody = ANYBODY.matcher(lines.get(1));
        assertTrue(brought.matches() && anybody.matches(), told.out());
        assertEquals(brought.group(1).replace(",", ""), ask("select count(*) from follow"));
        assertEquals(brought.group(2).replace(",", ""), ask("select count(*) from post_like"));
        assertPlausible();
        assertCounted(database);
        assertAlike(anybody.group(1), anybody.group(2));
    }

    /** Some of everything, over the year that is behind us, told as no news. */
    private void assertPlausible() {
        assertEquals(
                "30 30 30",
                ask(
                        "select count(*) || ' ' || count(distinct username_key) || ' ' || count(distinct email_key) from account"));
        assertEquals("t", ask("select bool_and(email like '%@example.org') from account"));
        assertEquals("400", ask("select count(*) from post where status = 'published' and visibility = 'public'"));
        for (var some : List.of(
                "parent_id is not null",
                "cardinality(ancestors) > 1",
                "title is not null",
                "cardinality(tags) > 0",
                "language = 'ja'",
                "language = 'ar'",
                "html like '%<h2>%'")) {
            assertNotEquals("0", ask("select count(*) from post where " + some), some);
        }
        assertEquals("t", ask("""
                select min(published_at) < now() - interval '360 days' and max(published_at) > now() - interval '5 days'
                  and max(published_at) < now() and count(distinct published_at::date) > 200 from post"""));
        assertEquals(
                "t",
                ask("select bool_and(p.published_at > a.published_at) from post p join post a on a.id = p.parent_id"));
        assertEquals(
                "t",
                ask(
                        "select bool_and(l.at >= p.published_at and l.at <= now()) from post_like l join post p on p.id = l.post_id"));
        assertEquals("0", ask("select count(*) from event where kind not like '%.imported'"));
        assertEquals(
                ask("select count(*) from post_like"), ask("select count(*) from event where kind = 'like.imported'"));
    }

    static void assertCounted(DatabaseAddress database) {
        for (var wrong : List.of(
                "select count(*) from account_stat s where posts <> (select count(*) from post p where p.author_id = s.account_id and p.parent_id is null)",
                "select count(*) from account_stat s where followers <> (select count(*) from follow f where f.followed_id = s.account_id)",
                "select count(*) from account_stat s where following <> (select count(*) from follow f where f.follower_id = s.account_id)",
                "select count(*) from post p left join post_stat s on s.post_id = p.id where coalesce(s.likes, 0) <> (select count(*) from post_like l where l.post_id = p.id)",
                "select count(*) from post p left join post_stat s on s.post_id = p.id where coalesce(s.replies, 0) <> (select count(*) from post r where r.parent_id = p.id)",
                "select count(*) from account a where not exists (select from account_stat s where s.account_id = a.id) or not exists (select from account_name n where n.account_id = a.id)",
                "select count(*) from post p where not exists (select from entry e where e.post_id = p.id)",
                "select count(*) from post p where not exists (select from post_search e where e.post_id = p.id)")) {
            assertEquals("0", String.valueOf(TestDatabase.ask(database, wrong)), wrong);
        }
    }

    /** One password opens every door; a server shows what was brought. */
    private void assertAlike(String first, String password) {
        var last = ask("select username from account order by id desc limit 1");
        try (var server = Server.start(database, Map.of())) {
            var ada = server.client().logIn(first, password);
            var home = ada.get("/v1/me/timeline?limit=50").expect(200).json();
            assertTrue(home.getJsonArray("data").size() > 10, home.encode());
            var me = server.client()
                    .logIn(last, password)
                    .get("/v1/me")
                    .expect(200)
                    .json();
            assertEquals("5", String.valueOf(me.getJsonObject("counts").getInteger("following")), me.encode());
            var found =
                    server.client().get("/v1/search/posts?q=cello").expect(200).json();
            assertTrue(found.getJsonArray("data").size() > 0, found.encode());
        }
    }

    @Test
    void isTheSameForTheSameNumber() {
        var other = TestDatabase.migrated();
        var third = TestDatabase.migrated();
        seed(database, "--accounts", "5", "--posts", "30", "--password", Client.PASSWORD);
        seed(other, "--accounts", "5", "--posts", "30");
        seed(third, "--accounts", "5", "--posts", "30", "--seed", "2");
        var all = """
                select string_agg(a.username || a.bio || p.body || coalesce(p.title, '') || coalesce(p.parent_id, 0), '|' order by p.id)
                from post p join account a on a.id = p.author_id""";
        assertEquals(ask(all), TestDatabase.ask(other, all));
        assertNotEquals(ask(all), TestDatabase.ask(third, all));
    }

    @Test
    void isNotForADatabaseInUseUnlessAskedTo() {
        seed(database, "--accounts", "3", "--posts", "10");
        var refused = seed(database, "--accounts", "3");
        assertEquals(
                new Told(1, "", "broadside: There are accounts in the database already: --more adds to them.\n"),
                refused);
        assertEquals("3 10", ask("select (select count(*) from account) || ' ' || (select count(*) from post)"));
        var more = seed(database, "--accounts", "4", "--posts", "20", "--more");
        assertEquals(0, more.exit(), more.error());
        assertEquals("7 30", ask("select (select count(*) from account) || ' ' || (select count(*) from post)"));
        assertCounted(database);
    }

    @Test
    void wantsNumbersThatMakeSense() {
        for (var wrong : List.of(
                List.of("--accounts", "0"),
                List.of("--posts", "-1"),
                List.of("--accounts", "x"),
                List.of("--password", " "),
                List.of("--follows", "-3"))) {
            var told = seed(database, wrong.toArray(String[]::new));
            assertEquals(2, told.exit(), wrong.toString());
            assertEquals(1, told.error().lines().count(), told.error());
        }
        assertEquals(
                0,
                seed(database, "--accounts", "2", "--posts", "0", "--follows", "0")
                        .exit());
        assertEquals(
                "2 0 0",
                ask(
                        "select (select count(*) from account) || ' ' || (select count(*) from post) || ' ' || (select count(*) from follow)"));
    }

    static Told seed(DatabaseAddress database, String... options) {
        var all = new ArrayList<>(List.of("seed"));
        all.addAll(List.of(options));
        return Told.by(database, all.toArray(String[]::new));
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
