package broadside.cli.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A Microblog in a SQLite file, brought beside a program that serves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqliteImportTest {
    private Server server;

    @TempDir
    private Path folder;

    @BeforeAll
    void start() {
        server = Server.start(Map.of());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private OldMicroblog microblog(String name) throws SQLException {
        return OldMicroblog.create(connect(name), "datetime");
    }

    private Connection connect(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
    }

    private Ran bring(String name, String... more) {
        return Ran.importing(server.database(), folder, folder.resolve(name).toString(), more);
    }

    private JsonObject account(String name) {
        return server.client().get("/v1/accounts/" + name).expect(200).json();
    }

    private List<JsonObject> posts(String author) {
        return server.client().get("/v1/posts?author=" + author).expect(200).json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private @Nullable String ask(String sql) {
        return TestDatabase.ask(server.database(), sql);
    }

    @Test
    void bringsEverythingWithItsTimes() throws SQLException {
        try (var old = microblog("whole.db")) {
            old.insert(
                            "user",
                            "id, username, email, password_hash, about_me, last_seen, last_message_read_time",
                            1,
                            "susan",
                            "susan@example.com",
                            OldMicroblog.SCRYPT,
                            "I *knit*.",
                            "2021-05-06 07:08:09.123456",
                            "2020-02-03 00:00:00")
                    .user(2, "john", "john@example.com", OldMicroblog.PBKDF2)
                    .insert(
                            "post",
                            "id, body, timestamp, user_id, language",
                            7,
                            "Beautiful day in **Portland**! #sun",
                            "2019-12-31 23:59:59.999999",
                            1,
                            "en")
                    .insert("post", "id, body, timestamp, user_id, language", 8, "Hola", "2020-01-02 03:04:05", 1, "")
                    .insert("followers", "follower_id, followed_id", 2, 1)
                    .insert(
                            "message",
                            "id, sender_id, recipient_id, body, timestamp",
                            1,
                            2,
                            1,
                            "Hi Susan",
                            "2020-02-02 10:00:00.5")
                    .insert(
                            "message",
                            "id, sender_id, recipient_id, body, timestamp",
                            2,
                            1,
                            2,
                            "Hi John",
                            "2020-02-02 11:00:00");
        }
        var ran = bring("whole.db").expect(0);
        assertEquals(List.of(2, 2, 0, 0, 0), ran.counts("users"));
        assertEquals(List.of(2, 2, 0, 0, 0), ran.counts("posts"));
        assertEquals(List.of(1, 1, 0, 0, 0), ran.counts("follows"));
        assertEquals(List.of(2, 2, 0, 0, 0), ran.counts("messages"));
        assertTrue(ran.report().contains("Tables left alone: notification, task"), ran.report());

        var susan = account("susan");
        assertEquals("I *knit*.", susan.getString("bio"));
        assertEquals("<p>I <em>knit</em>.</p>\n", susan.getString("bioHtml"));
        assertEquals("2019-12-31T23:59:59.999Z", susan.getString("createdAt"));
        assertEquals("2021-05-06T07:08:09.123Z", susan.getString("lastSeenAt"));
        var counts = new JsonObject().put("posts", 2).put("followers", 1).put("following", 0);
        assertEquals(counts, susan.getJsonObject("counts"));

        var posts = posts("susan");
        assertEquals("Hola", posts.get(0).getString("excerpt"));
        assertNull(posts.get(0).getString("language"));
        var first = posts.get(1);
        assertEquals("<p>Beautiful day in <strong>Portland</strong>! #sun</p>\n", first.getString("html"));
        assertEquals("2019-12-31T23:59:59.999Z", first.getString("publishedAt"));
        assertEquals("2019-12-31T23:59:59.999Z", first.getString("createdAt"));
        assertEquals("2019-12-31T23:59:59.999Z", first.getString("updatedAt"));
        assertEquals("note", first.getString("kind"));
        assertEquals("en", first.getString("language"));
        assertEquals(new JsonArray().add("sun"), first.getJsonArray("tags"));
        var tagged = server.client().get("/v1/posts?tag=sun").json().getJsonArray("data");
        assertEquals(first.getString("id"), tagged.getJsonObject(0).getString("id"));

        assertEquals(
                "Hi Susan 2020-02-02 10:00:00.5+00 t, Hi John 2020-02-02 11:00:00+00 f",
                ask(
                        "select string_agg(body || ' ' || (sent_at at time zone 'utc')::text || '+00 ' || seen::text::char, ', '"
                                + " order by id) from imported_message"));
        peopleKeepTheirPasswords();
    }

    @Test
    void followersComeOnce() throws SQLException {
        try (var old = microblog("followers.db")) {
            for (int id = 1; id <= 4; id++) {
                old.user(id, "peer" + id, "peer" + id + "@example.com", null);
            }
            old.insert("followers", "follower_id, followed_id", 1, 2)
                    .insert("followers", "follower_id, followed_id", 1, 2)
                    .insert("followers", "follower_id, followed_id", 2, 1)
                    .insert("followers", "follower_id, followed_id", 3, 3)
                    .insert("followers", "follower_id, followed_id", 3, 99)
                    .insert("followers", "follower_id, followed_id", 98, 1)
                    .insert("followers", "follower_id, followed_id", null, 1)
                    .insert("followers", "follower_id, followed_id", 4, null);
        }
        var ran = bring("followers.db").expect(3);
        assertEquals(List.of(7, 1, 1, 0, 5), ran.counts("follows"));
        assertEquals("adapted: stood there 2 times", ran.about("follow 1>2"));
        assertEquals("skipped: nobody follows herself here", ran.about("follow 3>3"));
        assertEquals("skipped: its followed, user 99, has no account here", ran.about("follow 3>99"));
        assertEquals("skipped: its follower, user 98, has no account here", ran.about("follow 98>1"));
        assertEquals("skipped: it has no follower", ran.about("follow null>1"));
        assertEquals("skipped: it has no followed", ran.about("follow 4>null"));
        assertEquals("peer1 peer2, peer2 peer1", follows());

        TestDatabase.execute(
                server.database(),
                "delete from follow f using account a where a.id = f.follower_id and a.username = 'peer1'");
        TestDatabase.execute(
                server.database(),
                "insert into block (account_id, blocked_id, created_at) select a.id, b.id, now() from account a, account b"
                        + " where a.username = 'peer4' and b.username = 'peer1'");
        try (var old = OldMicroblog.open(connect("followers.db"))) {
            old.insert("followers", "follower_id, followed_id", 1, 4)
                    .insert("followers", "follower_id, followed_id", 4, 2);
        }
        var again = bring("followers.db").expect(3);
        assertEquals(List.of(9, 1, 0, 2, 6), again.counts("follows"));
        assertEquals("skipped: one of the two has blocked the other here", again.about("follow 1>4"));
        assertEquals("peer2 peer1, peer4 peer2", follows());
    }

    private @Nullable String follows() {
        return ask(
                "select string_agg(a.username || ' ' || b.username, ', ' order by a.id, b.id) from follow f"
                        + " join account a on a.id = f.follower_id join account b on b.id = f.followed_id where a.username like 'peer%'");
    }

    private void peopleKeepTheirPasswords() {
        for (var name : List.of("susan", "John@Example.com")) {
            var client = server.client().logIn(name, OldMicroblog.PASSWORD);
            var me = client.get("/v1/me").expect(200).json();
            assertEquals(false, me.getBoolean("emailVerified"));
            assertEquals("author", me.getString("role"));
        }
        assertEquals(
                "t",
                ask("select bool_and(p.hash like '$argon2id$%') from password p join account a on a.id = p.account_id"
                        + " where a.username in ('susan', 'john')"));
        var post = posts("susan").get(0);
        var susan = server.client().logIn("susan", OldMicroblog.PASSWORD);
        var etag = susan.get("/v1/posts/" + post.getString("id")).header("ETag").orElseThrow();
        susan.patch(
                        "/v1/posts/" + post.getString("id"),
                        new JsonObject().put("body", "Hola, *mundo*"),
                        "If-Match",
                        etag)
                .expect(200);
        assertEquals(
                2,
                susan.get("/v1/posts/" + post.getString("id") + "/revisions")
                        .expect(200)
                        .json()
                        .getJsonArray("data")
                        .size());
    }

    @Test
    void aSecondRunBringsWhatIsNewAndNothingTwice() throws SQLException {
        try (var old = microblog("growing.db")) {
            old.user(1, "grace", "grace@example.com", null)
                    .insert("post", "id, body, timestamp, user_id", 5, "one", "2020-01-01 00:00:00", 1);
            bring("growing.db").expect(0);
            var post = posts("grace").get(0).getString("id");
            TestDatabase.execute(server.database(), "delete from post where id = " + post);
            old.user(2, "heidi", "heidi@example.com", null)
                    .insert("post", "id, body, timestamp, user_id", 3, "late", "2020-01-02 00:00:00", 1)
                    .insert("post", "id, body, timestamp, user_id", 6, "two", "2020-01-03 00:00:00", 2);
        }
        var again = bring("growing.db").expect(0);
        assertEquals(List.of(2, 1, 0, 1, 0), again.counts("users"));
        assertEquals(List.of(3, 2, 0, 1, 0), again.counts("posts"));
        assertEquals(
                List.of("late"),
                posts("grace").stream().map(post -> post.getString("excerpt")).toList());
        assertEquals(1, posts("heidi").size());
        var third = bring("growing.db").expect(0);
        assertEquals(List.of(3, 0, 0, 3, 0), third.counts("posts"));
    }

    @Test
    void aRehearsalSaysTheSameAndWritesNothing() throws SQLException {
        try (var old = microblog("rehearsed.db")) {
            old.user(1, "ivan", "ivan@example.com", null)
                    .user(2, "Ivan", "ivan2@example.com", null)
                    .user(3, "judy", "IVAN@example.com", null)
                    .insert("post", "id, body, timestamp, user_id", 1, "one", "2020-01-01 00:00:00", 2)
                    .insert("post", "id, body, timestamp, user_id", 2, "two", "2020-01-01 00:00:00", 4);
        }
        var before = ask("select count(*) from account");
        var rehearsed = bring("rehearsed.db", "--dry-run").expect(3);
        assertEquals(before, ask("select count(*) from account"));
        assertEquals("0", ask("select count(*) from import_source where name like '%rehearsed.db'"));
        var done = bring("rehearsed.db").expect(3);
        assertEquals("Rehearsal: nothing is written. " + done.report(), rehearsed.report());
        assertEquals("adapted: is called Ivan-2, since her name is taken", done.about("user 2"));
        assertEquals("adapted: had somebody else's e-mail address, has user-3@imported.invalid", done.about("user 3"));
        assertEquals(List.of(3, 1, 2, 0, 0), done.counts("users"));
        assertEquals(List.of(2, 1, 0, 0, 1), done.counts("posts"));
    }

    @Test
    void eventsTellOfItInWordsOfTheirOwn() throws SQLException {
        try (var old = microblog("events.db")) {
            old.user(1, "mallory", "mallory@example.com", null)
                    .insert("post", "id, body, timestamp, user_id", 1, "one", "2020-01-01 00:00:00", 1);
        }
        bring("events.db").expect(0);
        assertEquals(
                "account.imported post.imported",
                ask("select string_agg(e.kind, ' ' order by e.id) from event e join account a on a.id = e.actor_id"
                        + " where a.username = 'mallory'"));
    }
}
