package broadside.reaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Likes and bookmarks, one at a time. */
class LikeTest {
    private final Server server = Server.shared();
    private final List<Client> people = Guests.of(server, 3);
    private final Client author = people.get(0);
    private final Client fan = people.get(1);
    private final Client other = people.get(2);
    private final String post = written(author, new JsonObject());

    static String written(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft.put("body", "Hello"))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    private static JsonObject viewer(Reply post) {
        return post.expect(200).json().getJsonObject("viewer");
    }

    private long likes() {
        return server.client()
                .get(post)
                .expect(200)
                .json()
                .getJsonObject("counts")
                .getLong("likes");
    }

    private String events() {
        return String.valueOf(TestDatabase.ask(
                server.database(),
                "select string_agg(kind, ' ' order by id) from event where subject_type = 'post' and kind not like '%published'"
                        + " and subject_id = " + post.replaceFirst(".*/", "")));
    }

    @Test
    void likingTwiceIsLikingOnce() {
        fan.put(post + "/like", null).expect(204);
        fan.put(post + "/like", null).expect(204);
        assertEquals(1, likes());
        other.put(post + "/like", null).expect(204);
        assertEquals(2, likes());
        fan.delete(post + "/like").expect(204);
        fan.delete(post + "/like").expect(204);
        assertEquals(1, likes());
        assertEquals("post.liked post.liked post.unliked", events());
    }

    @Test
    void oneSeesWhatOneDid() {
        assertEquals(state(false, false, false), viewer(fan.get(post)));
        fan.put(post + "/like", null).expect(204);
        fan.put(post + "/bookmark", null).expect(204);
        fan.put(post + "/repost", null).expect(204);
        assertEquals(state(true, true, true), viewer(fan.get(post)));
        assertEquals(state(false, false, false), viewer(other.get(post)));
        assertFalse(server.client().get(post).expect(200).json().containsKey("viewer"));
        var listed = fan.get("/v1/posts?author=" + username(author))
                .expect(200)
                .json()
                .getJsonArray("data")
                .getJsonObject(0);
        assertEquals(state(true, true, true), listed.getJsonObject("viewer"));
        fan.delete(post + "/bookmark").expect(204);
        assertEquals(state(true, false, true), viewer(fan.get(post)));
        assertEquals("post.liked post.bookmarked post.reposted post.unbookmarked", events());
    }

    private static JsonObject state(boolean liked, boolean bookmarked, boolean reposted) {
        return new JsonObject()
                .put("liked", liked)
                .put("bookmarked", bookmarked)
                .put("reposted", reposted);
    }

    static String username(Client client) {
        return client.get("/v1/me").expect(200).json().getString("username");
    }

    @Test
    void whatOneDoesNotSeeIsNotThere() {
        var secret = written(author, new JsonObject().put("visibility", "private"));
        for (var reaction : List.of("/like", "/bookmark", "/repost")) {
            fan.put(secret + reaction, null).expect(404);
            fan.delete(secret + reaction).expect(404);
            fan.put("/v1/posts/9000000000000000000" + reaction, null).expect(404);
            fan.put("/v1/posts/x" + reaction, null).expect(404);
            server.client().put(post + reaction, null).expect(401);
        }
        for (var list : List.of("/likes", "/reposts")) {
            fan.get(secret + list).expect(404);
            server.client().get(secret + list).expect(404);
            author.get(secret + list).expect(200);
        }
        author.put(secret + "/like", null).expect(204);
        author.put(secret + "/bookmark", null).expect(204);
    }

    @Test
    void aTokenToReadOnlyReads() {
        var reader = readOnly();
        for (var reaction : List.of("/like", "/bookmark", "/repost")) {
            assertEquals(
                    "insufficient-scope",
                    reader.put(post + reaction, null).expect(403).problem());
            reader.delete(post + reaction).expect(403);
        }
        reader.get("/v1/me/bookmarks").expect(200);
        reader.get("/v1/me/likes").expect(200);
    }

    private Client readOnly() {
        var name = Client.name();
        var reader = Guests.named(server, name, 1).get(0);
        TestDatabase.execute(
                server.database(),
                "update personal_token set scopes = '{read}' from account a where a.id = account_id and a.username = '"
                        + name + "1'");
        return reader;
    }
}
