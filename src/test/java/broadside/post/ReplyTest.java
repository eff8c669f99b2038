package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.article;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.postsOf;
import static broadside.post.Desk.written;
import static broadside.post.Threads.answered;
import static broadside.post.Threads.id;
import static broadside.post.Threads.replies;
import static broadside.post.Threads.replyTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private final Client susan = Desk.author();
    private final Client david = Desk.author();
    private final Reply post = written(susan, article("A question", "What do you think?"));

    @Test
    void aReplyTellsWhatItAnswers() {
        var reply = answered(david, post, "A lot.");
        assertEquals(id(post), reply.json().getString("replyTo"));
        assertEquals("note", reply.json().getString("kind"));
        assertFalse(reply.json().containsKey("replyHidden"));
        assertEquals(id(post), anybody().get(path(reply)).expect(200).json().getString("replyTo"));
        assertEquals("post.published {\"replyTo\": " + id(post) + "}", Threads.events(reply));
        assertEquals(
                List.of(id(reply)), ids(anybody().get(path(post) + "/replies").expect(200)));
        assertEquals(1, replies(anybody(), post));
        assertEquals(0, postsOf(david), "a reply is none of the posts of an account");
    }

    @Test
    void aReplyIsANoteAndStaysWhereItIs() {
        var titled = replyTo(post, "x").put("title", "Re");
        assertEquals("not-allowed", david.post("/v1/posts", titled).expect(400).violation("/title"));
        var reply = answered(david, post, "x");
        var title = new JsonObject().put("title", "Re");
        assertEquals("not-allowed", edited(david, reply, title).expect(400).violation("/title"));
        var elsewhere = new JsonObject().put("replyTo", id(written(susan, note("other"))));
        assertEquals("not-allowed", edited(david, reply, elsewhere).expect(400).violation("/replyTo"));
        var later = new JsonObject().put("replyTo", id(post));
        assertEquals("not-allowed", edited(susan, post, later).expect(400).violation("/replyTo"));
    }

    @Test
    void onlyWhatOneMaySeeIsAnswered() {
        var own = written(susan, note("mine").put("visibility", "private"));
        var draft = written(susan, note("not yet").put("status", "draft"));
        for (var hidden : List.of(own, draft)) {
            assertEquals("not-found", refused(david, replyTo(hidden, "x")));
        }
        assertEquals("not-found", refused(david, note("x").put("replyTo", "9223372036854775807")));
        for (var wrong : List.of("0", "-1", "01", "9223372036854775808", "x", "")) {
            assertEquals("format", refused(david, note("x").put("replyTo", wrong)));
        }
        assertEquals("type", refused(david, note("x").put("replyTo", 1)));
        assertEquals("required", refused(david, note("x").putNull("replyTo")));
        var gone = written(susan, note("gone"));
        Threads.remove(susan, gone);
        assertEquals("not-found", refused(david, replyTo(gone, "x")));
        assertEquals("not-found", refused(susan, replyTo(draft, "to my own draft")));
        answered(susan, own, "to myself");
    }

    private static String refused(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft).expect(400).violation("/replyTo");
    }

    @Test
    void anAuthorMayCloseThePostAndTheThread() {
        assertEquals("anyone", post.json().getString("repliesFrom"));
        var reply = answered(david, post, "first");
        edited(susan, post, new JsonObject().put("repliesFrom", "nobody")).expect(200);
        assertEquals(
                "forbidden",
                david.post("/v1/posts", replyTo(post, "x")).expect(403).problem());
        assertEquals(
                "forbidden",
                david.post("/v1/posts", replyTo(reply, "x")).expect(403).problem());
        var word = answered(susan, post, "The author may.");
        answered(susan, reply, "Everywhere.");
        david.post("/v1/posts", replyTo(word, "x")).expect(403);
        var open = written(susan, note("open"));
        var closed = written(david, replyTo(open, "no answers, please").put("repliesFrom", "nobody"));
        assertEquals("nobody", closed.json().getString("repliesFrom"));
        susan.post("/v1/posts", replyTo(closed, "x")).expect(403);
        answered(david, closed, "but from me");
        assertEquals(
                "enum",
                susan.post("/v1/posts", note("x").put("repliesFrom", "friends"))
                        .expect(400)
                        .violation("/repliesFrom"));
    }

    @Test
    void whatEverybodyMaySeeCounts() {
        var draft = written(david, replyTo(post, "x").put("status", "draft"));
        assertEquals(0, replies(susan, post));
        var out = after(draft, "status", "published", 1);
        out = after(out, "visibility", "private", 0);
        out = after(out, "visibility", "public", 1);
        out = after(out, "visibility", "followers", 0);
        out = after(out, "visibility", "public", 1);
        out = after(out, "body", "y", 1);
        out = after(out, "status", "draft", 0);
        after(out, "status", "published", 1);
        Threads.remove(david, draft);
        assertEquals(0, replies(susan, post));
        Threads.remove(david, answered(david, post, "brief"));
        assertEquals(0, replies(susan, post));
    }

    private Reply after(Reply reply, String member, String value, long count) {
        var edited = edited(david, reply, new JsonObject().put(member, value)).expect(200);
        assertEquals(count, replies(susan, post), member + " " + value);
        return edited;
    }

    @Test
    void aReplyIsForNoMorePeopleThanItsParent() {
        var own = written(susan, note("mine").put("visibility", "private"));
        var reply = answered(susan, own, "x");
        assertEquals("private", reply.json().getString("visibility"));
        var wider = edited(susan, reply, new JsonObject().put("visibility", "public"))
                .expect(200);
        assertEquals("private", wider.json().getString("visibility"));
        anybody().get(path(reply)).expect(404);
    }

    @Test
    void aThreadFollowsTheVisibilityOfEveryPostAbove() {
        var first = answered(david, post, "first");
        var second = answered(susan, first, "second");
        var third = answered(david, second, "third");
        anybody().get(path(third)).expect(200);
        edited(susan, post, new JsonObject().put("visibility", "private")).expect(200);
        anybody().get(path(third)).expect(404);
        anybody().get(path(third) + "/thread").expect(404);
        anybody().get(path(second) + "/replies").expect(404);
        assertFalse(ids(anybody().get("/v1/posts?replies=true&limit=100")).contains(id(third)));
        david.get(path(third)).expect(200);
        david.get(path(second)).expect(404);
    }

    @Test
    void aScheduledReplyIsCountedWhenItComesOut() {
        var at = Instant.now().plusSeconds(2).toString();
        var reply =
                written(david, replyTo(post, "later").put("status", "scheduled").put("publishAt", at));
        assertEquals(0, replies(susan, post));
        Eventually.holds(Duration.ofSeconds(20), "it is counted", () -> replies(susan, post) == 1);
        anybody().get(path(reply)).expect(200);
    }

    @Test
    void aScheduledReplyToAClosedPostBecomesADraft() {
        var at = Instant.now().plusSeconds(2).toString();
        var reply =
                written(david, replyTo(post, "later").put("status", "scheduled").put("publishAt", at));
        edited(susan, post, new JsonObject().put("repliesFrom", "nobody")).expect(200);
        Eventually.holds(
                Duration.ofSeconds(20),
                "it is a draft",
                () -> david.get(path(reply)).json().getString("status").equals("draft"));
        var now = new JsonObject().put("status", "published");
        var etag = david.get(path(reply)).etag();
        david.patch(path(reply), now, "If-Match", etag).expect(403);
        assertEquals(0, replies(susan, post));
    }

    @Test
    void listsHoldRepliesWhenAskedTo() {
        var reply = answered(david, post, "x");
        var list = "/v1/accounts/" + Desk.nameOf(david) + "/posts";
        assertEquals(List.of(), ids(anybody().get(list)));
        assertEquals(List.of(), ids(anybody().get(list + "?replies=false")));
        assertEquals(List.of(id(reply)), ids(anybody().get(list + "?replies=true")));
        assertEquals(List.of(id(reply)), ids(david.get("/v1/me/posts")));
        assertTrue(ids(anybody().get("/v1/posts?replies=true&limit=100")).contains(id(reply)));
        assertFalse(ids(anybody().get("/v1/posts?limit=100")).contains(id(reply)));
        assertEquals("format", anybody().get(list + "?replies=yes").expect(400).violation("?replies"));
    }

    @Test
    void readersDoNotReply() {
        Desk.withRole("reader").post("/v1/posts", replyTo(post, "x")).expect(403);
        anybody().post("/v1/posts", replyTo(post, "x")).expect(401);
    }
}
