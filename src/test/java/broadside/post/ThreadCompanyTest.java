package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static broadside.post.Threads.answered;
import static broadside.post.Threads.id;
import static broadside.post.Threads.replyTo;
import static broadside.post.Threads.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what of a thread, and who may answer, by who follows, blocks and mutes whom. */
class ThreadCompanyTest {
    private final Client susan = Desk.author();
    private final Client david = Desk.author();
    private final Client maria = Desk.author();

    private static void relate(Client one, String table, Client other) {
        TestDatabase.execute(
                Desk.SERVER.database(), "insert into " + table + " values (" + me(one) + ", " + me(other) + ", now())");
    }

    private static String me(Client client) {
        return client.get("/v1/me").expect(200).json().getString("id");
    }

    @Test
    void followersMayReplyWhereOnlyTheyMay() {
        var post = written(susan, note("post").put("repliesFrom", "followers"));
        maria.post("/v1/posts", replyTo(post, "x")).expect(403);
        relate(david, "follow", susan);
        var reply = answered(david, post, "x");
        answered(susan, reply, "thanks");
        maria.post("/v1/posts", replyTo(reply, "x")).expect(403);
    }

    @Test
    void aReplyUnderAPostForFollowersIsForFollowersOfBoth() {
        relate(david, "follow", susan);
        relate(maria, "follow", david);
        var post = written(susan, note("post").put("visibility", "followers"));
        maria.post("/v1/posts", replyTo(post, "x")).expect(400);
        var reply = answered(david, post, "reply");
        assertEquals("followers", reply.json().getString("visibility"));
        for (var outsider : List.of(maria, anybody())) {
            outsider.get(path(reply)).expect(404);
            outsider.get(path(reply) + "/thread").expect(404);
            outsider.get(path(post) + "/replies").expect(404);
        }
        susan.get(path(reply)).expect(404);
        relate(susan, "follow", david);
        susan.get(path(reply)).expect(200);
        relate(maria, "follow", susan);
        assertEquals("post\n reply", thread(maria, post));
    }

    @Test
    void aPostThatIsNarrowedTakesItsThreadAlong() {
        var post = written(susan, note("post"));
        var reply = answered(david, post, "reply");
        anybody().get(path(reply)).expect(200);
        edited(susan, post, new JsonObject().put("visibility", "followers")).expect(200);
        anybody().get(path(reply)).expect(404);
        relate(maria, "follow", susan);
        assertEquals("post\n reply", thread(maria, post));
        david.get(path(reply)).expect(200);
    }

    @Test
    void whoIsBlockedLeavesAPlaceAndCannotReply() {
        var post = written(susan, note("post"));
        var reply = answered(david, post, "blocked");
        answered(maria, reply, "answer");
        relate(susan, "block", david);
        assertEquals("post\n -\n  answer", thread(susan, post));
        assertEquals("-\n blocked\n  answer", thread(david, reply));
        assertEquals(List.of(), ids(susan.get(path(post) + "/replies").expect(200)));
        assertEquals(
                "not-found",
                david.post("/v1/posts", replyTo(post, "x")).expect(400).violation("/replyTo"));
        assertEquals(
                "not-found",
                susan.post("/v1/posts", replyTo(reply, "x")).expect(400).violation("/replyTo"));
        assertEquals("post\n blocked\n  answer", thread(maria, post));
    }

    @Test
    void whoIsMutedIsLeftOutBelowAndFoundByAddress() {
        var post = written(susan, note("post"));
        var reply = answered(david, post, "muted");
        var answer = answered(maria, reply, "answer");
        relate(susan, "mute", david);
        assertEquals("post\n -\n  answer", thread(susan, post));
        assertEquals("post\n muted\n  answer", thread(susan, answer));
        assertEquals(List.of(), ids(susan.get(path(post) + "/replies").expect(200)));
        assertEquals(id(reply), susan.get(path(reply)).expect(200).json().getString("id"));
    }

    @Test
    void whoIsSuspendedLeavesAPlace() {
        var post = written(susan, note("post"));
        var reply = answered(david, post, "suspended");
        answered(maria, reply, "answer");
        TestDatabase.execute(Desk.SERVER.database(), "update account set suspended_at = now() where id = " + me(david));
        assertEquals("post\n -\n  answer", thread(anybody(), post));
    }
}
