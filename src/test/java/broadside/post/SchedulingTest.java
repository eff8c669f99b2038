package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulingTest {
    private final Client author = Desk.author();

    @Test
    void aScheduledPostIsPublishedInTime() {
        var at = Instant.now().plusSeconds(2);
        var post = written(author, scheduled("later", at));
        assertEquals("scheduled", post.json().getString("status"));
        assertNotNull(post.json().getString("publishAt"));
        assertNull(post.json().getValue("publishedAt"));
        anybody().get(path(post)).expect(404);

        var seen = awaitPublished(anybody(), post, at);
        var publishedAt = Instant.parse(seen.json().getString("publishedAt"));
        assertTrue(
                !publishedAt.isBefore(at.minusMillis(1)) && publishedAt.isBefore(at.plusSeconds(5)),
                publishedAt + " for " + at);
        assertNull(seen.json().getValue("publishAt"), "when it was to be published is the author's business");
        assertEquals(1, Desk.postsOf(author));
        assertEquals(1, eventsOf(Desk.SERVER, post, "post.published"));
    }

    @Test
    void twoNodesPublishEachPostOnce() {
        var database = TestDatabase.migrated();
        try (var one = Server.start(database, Map.of());
                var two = Server.start(database, Map.of())) {
            var writer = one.client().register();
            var at = Instant.now().plusSeconds(4);
            var posts = IntStream.range(0, 40)
                    .mapToObj(number -> written(writer, scheduled("number " + number, at)))
                    .toList();
            posts.forEach(post -> awaitPublished(two.client(), post, at));
            assertEquals(40, Desk.postsOf(writer));
            for (var post : posts) {
                assertEquals(1, eventsOf(one, post, "post.published"));
            }
        }
    }

    @Test
    void theTimeIsInTheFutureAndOnlyOfScheduledPosts() {
        var past = scheduled("x", Instant.now().minusSeconds(1));
        assertEquals("range", author.post("/v1/posts", past).expect(400).violation("/publishAt"));
        var far = scheduled("x", Instant.now().plus(Duration.ofDays(4_000)));
        assertEquals("range", author.post("/v1/posts", far).expect(400).violation("/publishAt"));
        var none = note("x").put("status", "scheduled");
        assertEquals("required", author.post("/v1/posts", none).expect(400).violation("/publishAt"));
        for (var status : List.of("draft", "published")) {
            var other = scheduled("x", Instant.now().plusSeconds(60)).put("status", status);
            assertEquals(
                    "not-allowed", author.post("/v1/posts", other).expect(400).violation("/publishAt"));
        }
    }

    @Test
    void aScheduleIsChangedAndCalledOff() {
        var soon = Instant.now().plusSeconds(3_600);
        var post = written(author, scheduled("x", soon));
        var text = edited(author, post, note("another text")).expect(200);
        assertEquals(post.json().getString("publishAt"), text.json().getString("publishAt"));
        var later = new JsonObject().put("publishAt", soon.plusSeconds(60).toString());
        var moved = edited(author, text, later).expect(200);
        assertEquals("scheduled", moved.json().getString("status"));
        var timeless = new JsonObject().putNull("publishAt");
        assertEquals("required", edited(author, moved, timeless).expect(400).violation("/publishAt"));
        var draft =
                edited(author, moved, new JsonObject().put("status", "draft")).expect(200);
        assertNull(draft.json().getValue("publishAt"));
        var again = edited(author, draft, scheduled("x", soon)).expect(200);
        var now = edited(author, again, new JsonObject().put("status", "published"))
                .expect(200);
        assertEquals("published", now.json().getString("status"));
        anybody().get(path(post)).expect(200);
    }

    @Test
    void whatIsPublishedIsNotScheduled() {
        var post = written(author, note("out"));
        var reply = edited(author, post, scheduled("out", Instant.now().plusSeconds(60)))
                .expect(400);
        assertEquals("not-allowed", reply.violation("/status"));
    }

    @Test
    void aCalledOffPostIsNotPublished() {
        var called = written(author, scheduled("called off", Instant.now().plusSeconds(1)));
        var marker = written(author, scheduled("marker", Instant.now().plusSeconds(2)));
        edited(author, called, new JsonObject().put("status", "draft")).expect(200);
        awaitPublished(anybody(), marker, Instant.now().plusSeconds(2));
        anybody().get(path(called)).expect(404);
    }

    private static JsonObject scheduled(String body, Instant at) {
        return note(body).put("status", "scheduled").put("publishAt", at.toString());
    }

    /** Reads it again and again until it is there, at most five seconds after its time. */
    private static Reply awaitPublished(Client reader, Reply post, Instant at) {
        while (true) {
            var reply = reader.get(path(post));
            if (reply.status() == 200) {
                return reply;
            }
            assertTrue(Instant.now().isBefore(at.plusSeconds(5)), "not published in time");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static long eventsOf(Server server, Reply post, String kind) {
        var id = post.json().getString("id");
        return Long.parseLong(String.valueOf(TestDatabase.ask(
                server.database(),
                "select count(*) from event where subject_type = 'post' and subject_id = " + id + " and kind = '" + kind
                        + "'")));
    }
}
