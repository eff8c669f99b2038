package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static broadside.post.Threads.answered;
import static broadside.post.Threads.id;
import static broadside.post.Threads.replies;
import static broadside.post.Threads.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenReplyTest {
    private final Client susan = Desk.author();
    private final Client david = Desk.author();
    private final Client maria = Desk.author();
    private final Reply post = written(susan, note("post"));
    private final Reply reply = answered(david, post, "rude");
    private final Reply answer = answered(maria, reply, "ruder");

    @Test
    void aHiddenReplyIsSeenByTwo() {
        hide(susan, reply).expect(204);
        for (var other : List.of(anybody(), maria)) {
            other.get(path(reply)).expect(404);
            assertEquals("post\n -\n  ruder", thread(other, post));
            assertEquals(List.of(), ids(other.get(path(post) + "/replies")));
            assertEquals(List.of(), ids(other.get(listOf(david))));
        }
        for (var one : List.of(susan, david)) {
            assertTrue(one.get(path(reply)).expect(200).json().getBoolean("replyHidden"));
            assertEquals("post\n rude\n  ruder", thread(one, post));
            assertEquals(List.of(id(reply)), ids(one.get(path(post) + "/replies")));
            assertEquals(List.of(id(reply)), ids(one.get(listOf(david))));
        }
        assertEquals(0, replies(anybody(), post));
        assertEquals(
                "not-found",
                maria.post("/v1/posts", Threads.replyTo(reply, "x")).expect(400).violation("/replyTo"));
    }

    private static String listOf(Client author) {
        return "/v1/accounts/" + Desk.nameOf(author) + "/posts?replies=true";
    }

    @Test
    void onlyWhoeverHidItShowsItAgain() {
        hide(susan, reply).expect(204);
        hide(susan, reply).expect(204);
        assertEquals(403, show(david, reply).status());
        assertEquals(404, show(maria, reply).status());
        show(susan, reply).expect(204);
        show(susan, reply).expect(204);
        anybody().get(path(reply)).expect(200);
        assertEquals(1, replies(anybody(), post));
        assertEquals("""
                post.published {"replyTo": %1$s}
                reply.hidden {"replyTo": %1$s}
                reply.shown {"replyTo": %1$s}""".formatted(id(post)), Threads.events(reply));
    }

    @Test
    void onlyTheAuthorOfAPostAboveHides() {
        hide(susan, answer).expect(204);
        assertEquals("forbidden", hide(maria, reply).expect(403).problem());
        hide(susan, post).expect(403);
        hide(anybody(), reply).expect(401);
        hide(susan, written(david, note("elsewhere"))).expect(403);
        assertEquals(
                404, susan.put("/v1/posts/9223372036854775807/hidden", null).status());
        var secret = written(david, Threads.replyTo(post, "x").put("visibility", "private"));
        hide(susan, secret).expect(404);
    }

    @Test
    void whatIsHiddenDoesNotCountWhateverHappensToIt() {
        hide(susan, reply).expect(204);
        var etag = david.get(path(reply)).etag();
        var draft = david.patch(path(reply), new JsonObject().put("status", "draft"), "If-Match", etag)
                .expect(200);
        var again = david.patch(path(reply), new JsonObject().put("status", "published"), "If-Match", draft.etag());
        assertTrue(again.expect(200).json().getBoolean("replyHidden"));
        assertEquals(0, replies(susan, post));
        show(susan, reply).expect(204);
        assertEquals(1, replies(susan, post));
        hide(susan, reply).expect(204);
        Threads.remove(david, reply);
        assertEquals(0, replies(susan, post));
    }

    private static Reply hide(Client viewer, Reply reply) {
        return viewer.put(path(reply) + "/hidden", null);
    }

    private static Reply show(Client viewer, Reply reply) {
        return viewer.delete(path(reply) + "/hidden");
    }
}
