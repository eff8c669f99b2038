package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private final Client author = Desk.author();

    @Test
    void theSourceIsForTheAuthorAlone() {
        var post = written(author, note("*source*"));
        assertEquals("*source*", author.get(path(post)).expect(200).json().getString("body"));
        for (var other : new Client[] {anybody(), Desk.author()}) {
            var seen = other.get(path(post)).expect(200);
            assertFalse(seen.json().containsKey("body"));
            assertNotEquals(post.etag(), seen.etag());
            assertFalse(
                    ids(other.get("/v1/posts?author=" + Desk.nameOf(author))).isEmpty());
        }
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        var post = written(author, note("once"));
        var seen = anybody().get(path(post)).expect(200);
        var again = anybody().get(path(post), "If-None-Match", seen.etag()).expect(304);
        assertEquals(0, again.body().length());
        assertEquals(seen.etag(), again.etag());
        anybody()
                .get(path(post), "If-None-Match", "\"other\", W/" + seen.etag())
                .expect(304);
        anybody().get(path(post), "If-None-Match", post.etag()).expect(200);
        var list =
                anybody().get("/v1/accounts/" + Desk.nameOf(author) + "/posts").expect(200);
        anybody()
                .get("/v1/accounts/" + Desk.nameOf(author) + "/posts", "If-None-Match", list.etag())
                .expect(304);
    }

    @Test
    void headIsLikeGetWithoutABody() {
        var post = written(author, note("head"));
        var seen = anybody().get(path(post)).expect(200);
        var head = anybody().send("HEAD", path(post), null).expect(200);
        assertEquals(seen.etag(), head.etag());
        assertEquals(0, head.body().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775807", "9223372036854775808", "x", "1%00", "%20", "01", "1e3"})
    void whatIsNoPostIsNotFound(String id) {
        assertEquals("not-found", anybody().get("/v1/posts/" + id).expect(404).problem());
        assertEquals(
                "not-found",
                author.delete("/v1/posts/" + id, "If-Match", "*").expect(404).problem());
        author.patch("/v1/posts/" + id, note("x"), "If-Match", "*").expect(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"visibility\": \"private\"}",
                "{\"visibility\": \"followers\"}",
                "{\"status\": \"draft\"}",
                "{\"status\": \"scheduled\"}"
            })
    void whatIsNotForEverybodyIsForTheAuthorAlone(String members) {
        var draft = new JsonObject(members).put("title", "Hidden").put("body", "hidden #hidden");
        if ("scheduled".equals(draft.getString("status"))) {
            draft.put("publishAt", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        }
        var post = written(author, draft);
        var name = Desk.nameOf(author);
        author.get(path(post)).expect(200);
        author.get("/v1/articles/" + post.json().getString("slug")).expect(200);
        assertTrue(
                ids(author.get("/v1/me/posts").expect(200)).contains(post.json().getString("id")));
        assertTrue(ids(author.get("/v1/posts?author=" + name).expect(200)).isEmpty());
        for (var other : new Client[] {anybody(), Desk.author()}) {
            other.get(path(post)).expect(404);
            other.get("/v1/articles/" + post.json().getString("slug")).expect(404);
            assertTrue(ids(other.get("/v1/accounts/" + name + "/posts").expect(200))
                    .isEmpty());
            assertTrue(ids(other.get("/v1/posts?author=" + name).expect(200)).isEmpty());
            assertTrue(ids(other.get("/v1/posts?tag=hidden&author=" + name).expect(200))
                    .isEmpty());
        }
        var stranger = Desk.author();
        stranger.patch(path(post), note("mine"), "If-Match", "*").expect(404);
        stranger.delete(path(post), "If-Match", "*").expect(404);
        stranger.get(path(post) + "/revisions").expect(404);
        stranger.get(path(post) + "/revisions/1").expect(404);
        assertEquals(0, Desk.postsOf(author));
    }

    @Test
    void onesOwnListShowsToOneselfWhatIsNotPublic() {
        var post = written(author, note("for me").put("visibility", "private"));
        var list = "/v1/accounts/" + Desk.nameOf(author) + "/posts";
        assertEquals(
                ids(author.get(list).expect(200)), java.util.List.of(post.json().getString("id")));
        assertTrue(ids(anybody().get(list).expect(200)).isEmpty());
    }

    @Test
    void whoIsSuspendedIsOutOfSight() {
        var admin = Desk.withRole("admin");
        var name = Desk.nameOf(author);
        var post = written(author, note("seen").put("title", "Out of sight"));
        admin.put("/v1/accounts/" + name + "/suspension", null).expect(204);
        anybody().get(path(post)).expect(404);
        anybody().get("/v1/articles/" + post.json().getString("slug")).expect(404);
        anybody().get("/v1/accounts/" + name + "/posts").expect(404);
        assertTrue(ids(anybody().get("/v1/posts?author=" + name).expect(200)).isEmpty());
        admin.delete("/v1/accounts/" + name + "/suspension").expect(204);
        anybody().get(path(post)).expect(200);
        anybody().get("/v1/accounts/" + name + "/posts").expect(200);
    }

    @Test
    void aBadTokenIsNotTakenForNobody() {
        var post = written(author, note("x"));
        anybody().with("nonsense-nonsense-nonsense").get(path(post)).expect(401);
    }
}
