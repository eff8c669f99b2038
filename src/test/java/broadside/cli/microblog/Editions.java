package broadside.cli.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What must come out of either edition, whichever database it stands in. */
final class Editions {
    private Editions() {}

    /** A Microblog of a late chapter, with rows that only a database without strict keys takes. */
    static void fill(OldMicroblog old, Object time) throws SQLException {
        old.user(1, "susan", "susan@example.com", OldMicroblog.SCRYPT)
                .user(2, "Susan", "john@example.com", OldMicroblog.PBKDF2)
                .user(3, "ann", null, null)
                .insert("post", "id, body, timestamp, user_id, language", 1, "Καλημέρα 👋 #hi", time, 1, "el")
                .insert("post", "id, body, timestamp, user_id, language", 2, "no time", null, 2, null)
                .insert("post", "id, body, timestamp, user_id, language", 3, "a ghost's", time, 99, null)
                .insert("message", "id, sender_id, recipient_id, body, timestamp", 1, 1, 2, "psst", time)
                .insert("followers", "follower_id, followed_id", 1, 2)
                .insert("followers", "follower_id, followed_id", 2, 1);
        old.execute("update \"user\" set last_message_read_time = '2024-01-01 00:00:00' where id = 2");
    }

    static void fillApi(OldMicroblog old, Object time) throws SQLException {
        old.insert(
                        "users",
                        "id, username, email, password_hash, about_me, first_seen, last_seen",
                        1,
                        "Ж 42",
                        "zhe@example.com",
                        OldMicroblog.PBKDF2,
                        null,
                        time,
                        time)
                .insert("posts", "id, text, timestamp, user_id", 1, "x".repeat(280), time, 1);
    }

    /** @param time of {@link #fill}, as the API shows it */
    static void check(Server server, Path folder, String from, String time) {
        var ran = Ran.importing(server.database(), folder, from).expect(3);
        assertEquals(List.of(3, 1, 2, 0, 0), ran.counts("users"));
        assertEquals(List.of(3, 1, 1, 0, 1), ran.counts("posts"));
        assertEquals(List.of(2, 2, 0, 0, 0), ran.counts("follows"));
        assertEquals(List.of(1, 1, 0, 0, 0), ran.counts("messages"));
        assertTrue(ran.report().contains("(microblog edition)"), ran.report());
        var post = post(server, "susan");
        assertEquals("<p>Καλημέρα 👋 #hi</p>\n", post.getString("html"));
        assertEquals(time, post.getString("publishedAt"));
        assertEquals("el", post.getString("language"));
        assertEquals("no time", post(server, "susan-2").getString("excerpt"));
        server.client().logIn("susan", OldMicroblog.PASSWORD);
        server.client().logIn("susan-2", OldMicroblog.PASSWORD);
        var again = Ran.importing(server.database(), folder, from).expect(3);
        assertEquals(List.of(3, 0, 0, 3, 0), again.counts("users"));
        assertEquals(List.of(3, 0, 0, 2, 1), again.counts("posts"));
    }

    static void checkApi(Server server, Path folder, String from, String time) {
        var ran = Ran.importing(server.database(), folder, from).expect(0);
        assertTrue(ran.report().contains("(api edition)"), ran.report());
        assertEquals(List.of(1, 1, 0, 0, 0), ran.counts("users"));
        assertEquals(List.of(1, 1, 0, 0, 0), ran.counts("posts"));
        var zhe = server.client()
                .logIn("ж 42", OldMicroblog.PASSWORD)
                .get("/v1/me")
                .expect(200)
                .json();
        assertEquals(time, zhe.getString("createdAt"));
        assertEquals(time, post(server, "%D0%B6%2042").getString("publishedAt"));
    }

    private static JsonObject post(Server server, String author) {
        return server.client()
                .get("/v1/posts?author=" + author)
                .expect(200)
                .json()
                .getJsonArray("data")
                .getJsonObject(0);
    }
}
