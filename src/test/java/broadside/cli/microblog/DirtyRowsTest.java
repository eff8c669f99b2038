package broadside.cli.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps to neither types nor lengths nor keys, so that whatever can be wrong is wrong here. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirtyRowsTest {
    private static final String WAVE = "\uD83D\uDC4B";

    private Server server;
    private Ran ran;

    private Path folder;

    @BeforeAll
    void bring(@TempDir Path temporary) throws SQLException {
        folder = temporary;
        server = Server.start(Map.of());
        server.client().register("Taken");
        var file = folder.resolve("dirty.db");
        try (var old = OldMicroblog.create(DriverManager.getConnection("jdbc:sqlite:" + file), "datetime")) {
            users(old);
            posts(old);
            messages(old);
        }
        ran = Ran.importing(server.database(), folder, "sqlite:///" + file).expect(3);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static void users(OldMicroblog old) throws SQLException {
        old.user(1, "susan", "susan@example.com", OldMicroblog.SCRYPT)
                .user(2, "SUSAN", "susan.2@example.com", null)
                .user(3, "ｓｕｓａｎ", "susan.3@example.com", null)
                .user(4, "taken", "other@example.com", null)
                .user(5, "e", "SUSAN@example.com", null)
                .user(6, "no address", null, null)
                .user(7, "bad.address", "not an address", null)
                .user(8, null, "nameless@example.com", null)
                .user(9, "\u200b\u0007 ", "unseen@example.com", null)
                .user(10, "zero\u200bwidth\u0000", "zero@example.com", null)
                .user(11, WAVE + " a/b@c.d", "emoji@example.com", null)
                .user(12, "x".repeat(70), "long@example.com", null)
                .user(13, "dear", "dear@example.com", "scrypt:1048576:8:1$salt$" + "00".repeat(64))
                .user(14, "md5", "md5@example.com", "md5$salt$00")
                .user(15, "endless", "endless@example.com", "pbkdf2:sha256:99999999$salt$" + "00".repeat(32));
        old.execute("update \"user\" set about_me = '" + "é".repeat(600) + "' where id = 13");
        old.execute("update \"user\" set last_seen = '2999-01-01 00:00:00' where id = 14");
        old.execute("update \"user\" set last_seen = 'yesterday' where id = 15");
        old.execute("update \"user\" set about_me = cast(x'4f6bff2e' as text) where id = 11");
    }

    private static void posts(OldMicroblog old) throws SQLException {
        post(old, 1, "fine", "2020-01-01 10:00:00.25", 1, null);
        post(old, 2, "nobody's", "2020-01-01 10:00:01", null, null);
        post(old, 3, "a ghost's", "2020-01-01 10:00:02", 99, null);
        post(old, 4, null, "2020-01-01 10:00:03", 1, null);
        post(old, 5, "", "2020-01-01 10:00:04", 1, null);
        post(old, 6, " \u200b\n", "2020-01-01 10:00:05", 1, null);
        post(old, 7, "with\u0000NUL", "2020-01-01 10:00:06", 1, null);
        post(old, 8, "placeholder", "2020-01-01 10:00:07", 1, null);
        post(old, 9, "# Long\n\n" + "word ".repeat(400) + "#long", "2020-01-01 10:00:08", 1, null);
        post(old, 10, "x".repeat(100_001), "2020-01-01 10:00:09", 1, null);
        post(old, 11, "timeless", null, 1, null);
        post(old, 12, "unreadable", "0000-00-00 00:00:00", 1, null);
        post(old, 13, "tomorrow's", "2999-01-01 00:00:00", 1, null);
        post(old, 14, "zoned", "2020-01-01T12:00:00+02:00", 1, null);
        post(old, 15, "tongue", "2020-01-01 10:00:15", 1, "x_x_x");
        post(old, 16, "canonical", "2020-01-01 10:00:16", 1, "zh-cn");
        post(old, 17, "<script>alert(1)</script>", "2020-01-01 10:00:17", 1, null);
        old.execute("update post set body = cast(x'6361660020e9' as text) where id = 8");
    }

    private static void post(
            OldMicroblog old,
            long id,
            @Nullable String body,
            @Nullable String time,
            @Nullable Integer author,
            @Nullable String language)
            throws SQLException {
        old.insert("post", "id, body, timestamp, user_id, language", id, body, time, author, language);
    }

    private static void messages(OldMicroblog old) throws SQLException {
        var columns = "id, sender_id, recipient_id, body, timestamp";
        old.insert("message", columns, 1, 1, 2, "fine", "2020-01-01 10:00:00")
                .insert("message", columns, 2, null, 2, "nobody's", "2020-01-01 10:00:00")
                .insert("message", columns, 3, 1, 99, "to a ghost", "2020-01-01 10:00:00")
                .insert("message", columns, 4, 1, 2, "", "2020-01-01 10:00:00")
                .insert("message", columns, 5, 1, 1, "to herself", null)
                .insert("message", columns, 6, 1, 2, "x".repeat(100_001), "2020-01-01 10:00:00");
    }

    private JsonObject account(String name) {
        var path = "/v1/accounts/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return server.client().get(path).expect(200).json();
    }

    private @Nullable String ask(String sql) {
        return TestDatabase.ask(server.database(), sql);
    }

    @Test
    void nobodyIsLeftBehind() {
        assertEquals(List.of(15, 1, 14, 0, 0), ran.counts("users"));
        assertEquals("16", ask("select count(*) from account"));
    }

    @Test
    void namesThatAreTakenGetANumber() {
        assertEquals("adapted: is called SUSAN-2, since her name is taken", ran.about("user 2"));
        assertEquals("adapted: is called ｓｕｓａｎ-3, since her name is taken", ran.about("user 3"));
        assertEquals("adapted: is called taken-2, since her name is taken", ran.about("user 4"));
        assertEquals("SUSAN-2", account("susan-2").getString("username"));
        assertEquals("Taken", account("taken").getString("username"));
    }

    @Test
    void addressesThatCannotBeAreMadeUp() {
        assertEquals("adapted: had somebody else's e-mail address, has user-5@imported.invalid", ran.about("user 5"));
        assertEquals("adapted: had no e-mail address, has user-6@imported.invalid", ran.about("user 6"));
        assertEquals("adapted: had no e-mail address, has user-7@imported.invalid", ran.about("user 7"));
        assertEquals("no address", account("no address").getString("username"));
    }

    @Test
    void namesAreWhatOneSees() {
        assertEquals("adapted: had no name that can be seen; is called user-8", ran.about("user 8"));
        assertEquals("adapted: had no name that can be seen; is called user-9", ran.about("user 9"));
        assertTrue(
                ran.about("user 10").endsWith("had invisible characters in the name; is called zerowidth"),
                ran.report());
        assertTrue(ran.about("user 12").contains("had too long a name; is called " + "x".repeat(64)), ran.report());
        var name = WAVE + " a/b@c.d";
        assertEquals(name, account(name).getString("username"));
        assertEquals("Ok\ufffd.", account(name).getString("bio"));
        assertEquals("adapted: had bytes in its about_me that are no text", ran.about("user 11"));
    }

    @Test
    void hashesThatCostTooMuchAreNotTaken() {
        for (var id : List.of(13, 15)) {
            assertTrue(
                    ran.about("user " + id)
                            .contains(
                                    "has no password until a reset: the hash of it asks for more work than a log-in may cost"),
                    ran.report());
        }
        assertTrue(ran.about("user 14").contains("the hash of it is of a kind that is not known"), ran.report());
        assertEquals("2", ask("select count(*) from password"), "susan's and the one who was here before");
        var attempt = new JsonObject().put("login", "dear").put("password", OldMicroblog.PASSWORD);
        assertEquals(
                "invalid-credentials",
                server.client().post("/v1/sessions", attempt).expect(401).problem());
        server.client()
                .post("/v1/password-resets", new JsonObject().put("email", "dear@example.com"))
                .expect(202);
    }

    @Test
    void profilesAreCutAndTimesMended() {
        assertTrue(ran.about("user 13").contains("the rest is cut off"), ran.report());
        assertEquals(500, account("dear").getString("bio").length());
        assertTrue(ran.about("user 14").contains("was seen at a time to come, was seen now"), ran.report());
        assertTrue(ran.about("user 15").contains("had a last_seen that is no time"), ran.report());
    }

    @Test
    void postsThatCannotBeAreSkippedWithTheirReason() {
        assertEquals(List.of(17, 4, 7, 0, 6), ran.counts("posts"));
        assertEquals("skipped: it has no author", ran.about("post 2"));
        assertEquals("skipped: its author, user 99, has no account here", ran.about("post 3"));
        assertEquals("skipped: it has no text", ran.about("post 4"));
        assertEquals("skipped: it has no text", ran.about("post 5"));
        assertEquals("skipped: its text shows nothing", ran.about("post 6"));
        assertEquals("skipped: its text is longer than 100,000 characters", ran.about("post 10"));
        assertEquals("11", ask("select count(*) from post"));
        assertEquals(11, account("susan").getJsonObject("counts").getInteger("posts"));
    }

    @Test
    void textsBecomeWhatCanBeKept() {
        assertEquals("adapted: had characters in its body that cannot be kept", ran.about("post 7"));
        assertEquals("withNUL", body("%NUL"));
        assertTrue(ran.about("post 8").contains("had bytes in its body that are no text"), ran.report());
        assertEquals("caf \ufffd", body("caf%"));
        assertEquals(
                "",
                String.valueOf(ask("select html from post where body like '<script%'"))
                        .strip());
    }

    private @Nullable String body(String like) {
        return ask("select body from post where body like '" + like + "'");
    }

    @Test
    void whatIsTooLongForANoteIsAnArticle() {
        assertEquals("adapted: is too long for a note, is an article with its beginning as title", ran.about("post 9"));
        assertEquals(
                "Long word word word word word word word word word word word word word word word…|{long}|2013",
                ask("select title || '|' || tags::text || '|' || char_length(body) from post where title is not null"));
        server.client()
                .get("/v1/articles/" + ask("select slug from post where title is not null"))
                .expect(200);
    }

    @Test
    void timesThatCannotBeAreMended() {
        var beside = "had no time, is of the same time as the one before it";
        assertEquals("adapted: " + beside, ran.about("post 11"));
        assertEquals("adapted: had a timestamp that is no time; " + beside, ran.about("post 12"));
        assertEquals("2020-01-01 10:00:09", time("timeless"));
        assertEquals("2020-01-01 10:00:09", time("unreadable"));
        assertEquals("2020-01-01 10:00:00", time("zoned"));
        assertEquals("adapted: was of a time to come, is of now", ran.about("post 13"));
        var published =
                ask("select floor(extract(epoch from published_at))::bigint from post where body = 'tomorrow''s'");
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(String.valueOf(published))), Instant.now());
        assertTrue(age.compareTo(Duration.ofMinutes(10)) < 0 && !age.isNegative(), published);
    }

    private @Nullable String time(String body) {
        return ask("select (published_at at time zone 'utc')::text from post where body = '" + body + "'");
    }

    @Test
    void languagesAreTagsOrNothing() {
        assertEquals("adapted: had a language that is none, has no language", ran.about("post 15"));
        assertEquals("zh-CN", ask("select language from post where body = 'canonical'"));
    }

    @Test
    void messagesAreJudgedLikePosts() {
        assertEquals(List.of(6, 1, 1, 0, 4), ran.counts("messages"));
        assertEquals("skipped: it has no sender", ran.about("message 2"));
        assertEquals("skipped: its recipient, user 99, has no account here", ran.about("message 3"));
        assertEquals("skipped: it has no text", ran.about("message 4"));
        assertEquals("adapted: had no time, is of the same time as the one before it", ran.about("message 5"));
        assertEquals("skipped: its text is longer than 100,000 characters", ran.about("message 6"));
    }

    @Test
    void aSecondRunTellsOfTheSkippedAgain() {
        var again = Ran.importing(
                        server.database(),
                        folder.resolve("."),
                        folder.resolve("dirty.db").toString())
                .expect(3);
        assertEquals(List.of(17, 0, 0, 11, 6), again.counts("posts"));
        assertEquals(List.of(15, 0, 0, 15, 0), again.counts("users"));
        assertEquals("skipped: it has no author", again.about("post 2"));
    }
}
