package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static broadside.post.Threads.answered;
import static broadside.post.Threads.id;
import static broadside.post.Threads.items;
import static broadside.post.Threads.lines;
import static broadside.post.Threads.paged;
import static broadside.post.Threads.remove;
import static broadside.post.Threads.replies;
import static broadside.post.Threads.replyTo;
import static broadside.post.Threads.thread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadTest {
    private final Client susan = Desk.author();
    private final Client david = Desk.author();
    private final Reply root = written(susan, note("root"));
    private final Reply one = answered(david, root, "one");
    private final Reply two = answered(susan, root, "two");
    private final Reply oneOne = answered(susan, one, "one one");
    private final Reply twoOne = answered(david, two, "two one");
    private final Reply oneTwo = answered(david, one, "one two");
    private final Reply oneOneOne = answered(david, oneOne, "one one one");

    @Test
    void aThreadIsReadFromTopToBottom() {
        assertEquals("""
                root
                 one
                  one one
                   one one one
                  one two
                 two
                  two one""", thread(anybody(), root));
        assertEquals("""
                root
                 one
                  one one
                   one one one""", thread(anybody(), oneOne));
        assertEquals("""
                root
                 two
                  two one""", thread(anybody(), twoOne));
    }

    @Test
    void aPostNobodyAnsweredIsAThread() {
        assertEquals("alone", thread(anybody(), written(susan, note("alone"))));
        anybody().get("/v1/posts/9223372036854775807/thread").expect(404);
        anybody().get("/v1/posts/x/thread").expect(404);
    }

    @Test
    void aDeletedPostKeepsItsPlaceWhileSomethingStandsUnderIt() {
        remove(susan, oneOne);
        anybody().get(path(oneOne)).expect(404);
        susan.get(path(oneOne)).expect(404);
        assertEquals("""
                root
                 one
                  -
                   one one one
                  one two
                 two
                  two one""", thread(anybody(), root));
        var place = items(anybody().get(path(root) + "/thread")).get(2);
        assertEquals(
                new JsonObject().put("id", id(oneOne)).put("replyTo", id(one)).put("depth", 2), place);
        assertEquals("""
                root
                 one
                  -
                   one one one""", thread(anybody(), oneOne));
        assertEquals(1, replies(anybody(), one));
        assertEquals(
                List.of(id(oneOneOne)),
                Desk.ids(anybody().get(path(oneOne) + "/replies").expect(200)));
        remove(david, oneOneOne);
        assertEquals("""
                root
                 one
                  one two
                 two
                  two one""", thread(anybody(), root));
        anybody().get(path(oneOne) + "/thread").expect(404);
        anybody().get(path(oneOne) + "/replies").expect(404);
    }

    @Test
    void theFirstPostMayBeGoneToo() {
        remove(susan, root);
        assertEquals("""
                -
                 one
                  one one
                   one one one
                  one two
                 two
                  two one""", thread(anybody(), root));
        assertEquals("""
                -
                 one
                  one two""", thread(anybody(), oneTwo));
        answered(susan, oneTwo, "and on it goes");
        assertEquals(
                "0",
                broadside.testing.TestDatabase.ask(
                        Desk.SERVER.database(), "select count(*) from post where id = " + id(root)));
    }

    @Test
    void whatIsNotForTheViewerLeavesTheSamePlace() {
        edited(david, one, new JsonObject().put("status", "draft")).expect(200);
        assertEquals("""
                root
                 -
                  one one
                   one one one
                  one two
                 two
                  two one""", thread(anybody(), root));
        edited(david, twoOne, new JsonObject().put("visibility", "private")).expect(200);
        assertFalse(thread(anybody(), root).contains("two one"));
        assertEquals("root\n two\n  two one", thread(david, twoOne));
        anybody().get(path(twoOne) + "/thread").expect(404);
    }

    @Test
    void draftsAreNoPartOfAThread() {
        written(david, replyTo(root, "draft").put("status", "draft"));
        assertFalse(thread(david, root).contains("draft"));
    }

    @Test
    void everyPlaceIsOnOnePage() {
        remove(susan, oneOne);
        remove(david, one);
        var whole = thread(anybody(), root);
        for (int limit = 1; limit <= 7; limit++) {
            var pages = paged(anybody(), root, limit);
            assertEquals(whole, lines(pages), "pages of " + limit);
            assertEquals(pages.size(), new HashSet<>(pages).size());
        }
    }

    @Test
    void pagesGoOnWhereTheyEndedWhateverIsWrittenAndDeleted() {
        var list = path(root) + "/thread?limit=3";
        var first = anybody().get(list).expect(200);
        assertEquals("root\n one\n  one one\n   one one one", lines(items(first)));
        remove(david, oneOneOne);
        answered(david, oneOne, "in between");
        var cursor = first.json().getJsonObject("page").getString("next");
        var second = anybody().get(list + "&cursor=" + cursor).expect(200);
        assertEquals("   in between\n  one two\n two", lines(items(second)));
        assertEquals(
                "<" + Desk.SERVER.url().replace("127.0.0.1", "localhost") + path(root) + "/thread?limit=3&cursor="
                        + second.json().getJsonObject("page").getString("next") + ">; rel=\"next\"",
                second.header("Link").orElseThrow());
        assertNull(second.json().getJsonObject("page").getString("prev"));
        assertEquals(
                "invalid-cursor",
                anybody()
                        .get(path(one) + "/thread?cursor=" + cursor)
                        .expect(400)
                        .problem());
    }

    @Test
    void repliesComeNewestFirst() {
        var list = path(root) + "/replies?limit=1";
        var first = anybody().get(list).expect(200);
        assertEquals(List.of(id(two)), Desk.ids(first));
        var next = first.json().getJsonObject("page").getString("next");
        var second = anybody().get(list + "&cursor=" + next).expect(200);
        assertEquals(List.of(id(one)), Desk.ids(second));
        assertNull(second.json().getJsonObject("page").getString("next"));
        assertEquals(
                List.of(), Desk.ids(anybody().get(path(twoOne) + "/replies").expect(200)));
        anybody().get("/v1/posts/9223372036854775807/replies").expect(404);
    }

    @Test
    void aClosedAccountLeavesPlaces() {
        david.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        var left = "root\n -\n  one one\n two";
        assertEquals(left, thread(anybody(), root));
        Eventually.holds(Duration.ofSeconds(20), "the posts are gone", () -> replies(anybody(), root) == 1);
        assertEquals(left, thread(anybody(), root));
        assertEquals(0, replies(anybody(), two));
    }
}
