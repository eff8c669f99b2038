package broadside.moderation;

import static broadside.moderation.Town.anybody;
import static broadside.moderation.Town.author;
import static broadside.moderation.Town.data;
import static broadside.moderation.Town.events;
import static broadside.moderation.Town.idOf;
import static broadside.moderation.Town.postsOf;
import static broadside.moderation.Town.report;
import static broadside.moderation.Town.username;
import static broadside.moderation.Town.withRole;
import static broadside.moderation.Town.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moderators take a post out of sight and bring it back. */
class HidingTest {
    private final Client author = author();
    private final Client other = author();
    private final Client moderator = withRole("moderator");
    private final String post = written(author);
    private final String hiding = "/v1/moderation/hidden-posts/" + idOf(post);

    private void hide() {
        moderator.put(hiding, new JsonObject().put("reason", "spam")).expect(204);
    }

    @Test
    void onlyItsAuthorSeesIt() {
        other.put(post + "/bookmark", null).expect(204);
        hide();
        assertTrue(author.get(post).expect(200).json().getBoolean("hidden"));
        for (var one : List.of(other, anybody(), moderator, withRole("admin"))) {
            one.get(post).expect(404);
            assertEquals(List.of(), data(one.get("/v1/accounts/" + username(author) + "/posts")));
            assertEquals(List.of(), data(one.get("/v1/posts?author=" + username(author))));
        }
        other.put(post + "/like", null).expect(404);
        other.get(post + "/likes").expect(404);
        assertEquals(List.of(), data(other.get("/v1/me/bookmarks")));

        moderator.delete(hiding).expect(204);
        assertFalse(author.get(post).expect(200).json().containsKey("hidden"));
        anybody().get(post).expect(200);
        assertEquals(1, data(other.get("/v1/me/bookmarks")).size());
    }

    @Test
    void moderatorsSeeItInTheQueue() {
        other.post(post + "/reports", report("spam")).expect(202);
        hide();
        var reported = data(moderator.get("/v1/moderation/reports?limit=100")).stream()
                .map(report -> report.getJsonObject("post"))
                .filter(shown -> shown != null && shown.getString("id").equals(idOf(post)))
                .findFirst()
                .orElseThrow();
        assertTrue(reported.getBoolean("hidden"));
    }

    @Test
    void countsFollow() {
        assertEquals(1, postsOf(author));
        hide();
        hide();
        assertEquals(0, postsOf(author));
        moderator.delete(hiding).expect(204);
        moderator.delete(hiding).expect(204);
        assertEquals(1, postsOf(author));
        hide();
        author.delete(post, "If-Match", author.get(post).etag()).expect(204);
        assertEquals(0, postsOf(author));
        assertEquals("post.published post.hidden post.restored post.hidden post.deleted", events("post", idOf(post)));
    }

    @Test
    void anEditBringsNothingBack() {
        hide();
        var etag = author.get(post).etag();
        var edited = author.patch(post, new JsonObject().put("body", "Better"), "If-Match", etag)
                .expect(200);
        assertTrue(edited.json().getBoolean("hidden"));
        anybody().get(post).expect(404);
        assertEquals(0, postsOf(author));
    }

    @Test
    void whoMayWhat() {
        for (var one : List.of(author, other)) {
            one.put(hiding, null).expect(403);
            one.delete(hiding).expect(403);
        }
        anybody().put(hiding, null).expect(401);
        var draft = written(author, new JsonObject().put("status", "draft"));
        moderator.put("/v1/moderation/hidden-posts/" + idOf(draft), null).expect(404);
        moderator.put("/v1/moderation/hidden-posts/9000000000000000000", null).expect(404);
        moderator.put(hiding, new JsonObject().put("colour", "red")).expect(400);
        withRole("admin").put(hiding, null).expect(204);
    }
}
