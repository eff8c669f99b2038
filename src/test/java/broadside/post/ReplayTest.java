package broadside.post;

import static broadside.post.Desk.article;
import static broadside.post.Desk.ids;
import static broadside.post.Desk.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private final Client author = Desk.author();

    @Test
    void theSameKeyAnswersTheSame() {
        var draft = article("Once", "x");
        var first = author.post("/v1/posts", draft, "Idempotency-Key", "k").expect(201);
        var again = author.post("/v1/posts", draft, "Idempotency-Key", "k").expect(201);
        assertTrue(first.header("Idempotency-Replayed").isEmpty());
        assertEquals("true", again.header("Idempotency-Replayed").orElseThrow());
        assertEquals(first.body(), again.body());
        assertEquals(first.etag(), again.etag());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1, ids(author.get("/v1/me/posts").expect(200)).size());
    }

    @Test
    void aKeyBelongsToItsBodyAndAccount() {
        author.post("/v1/posts", note("one"), "Idempotency-Key", "k").expect(201);
        var other =
                author.post("/v1/posts", note("two"), "Idempotency-Key", "k").expect(422);
        assertEquals("idempotency-mismatch", other.problem());
        Desk.author().post("/v1/posts", note("two"), "Idempotency-Key", "k").expect(201);
        author.post("/v1/posts", note("two"), "Idempotency-Key", "l").expect(201);
        author.post("/v1/posts", note("two"), "Idempotency-Key", "a b").expect(400);
        author.post("/v1/posts", note("two"), "Idempotency-Key", "x".repeat(256))
                .expect(400);
    }

    @Test
    void whatFailedIsNotKept() {
        author.post("/v1/posts", note(""), "Idempotency-Key", "k").expect(400);
        author.post("/v1/posts", note("better"), "Idempotency-Key", "k").expect(201);
    }

    @Test
    void oneOfTwentyAtOnceWrites() {
        var replies = Desk.together(
                20,
                number -> author.sending("POST", "/v1/posts", note("once").toBuffer(), "Idempotency-Key", "twenty"));
        var done = replies.stream().filter(reply -> reply.status() == 201).toList();
        assertEquals(20 - done.size(), Desk.count(replies, 409));
        assertEquals(
                1,
                done.stream()
                        .filter(reply -> reply.header("Idempotency-Replayed").isEmpty())
                        .count());
        assertEquals(
                1,
                done.stream()
                        .map(reply -> reply.json().getString("id"))
                        .distinct()
                        .count());
        replies.stream().filter(reply -> reply.status() == 409).forEach(busy -> {
            assertEquals("idempotency-busy", busy.problem());
            assertEquals("1", busy.header("Retry-After").orElseThrow());
        });
        assertEquals(1, Desk.postsOf(author));
    }

    @Test
    void aReplayIsNotJudgedByTheTimeItComes() {
        var at = Instant.now().plusMillis(700);
        var draft = note("soon").put("status", "scheduled").put("publishAt", at.toString());
        var first = author.post("/v1/posts", draft, "Idempotency-Key", "k").expect(201);
        while (Instant.now().isBefore(at)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        var again = author.post("/v1/posts", draft, "Idempotency-Key", "k").expect(201);
        assertEquals(first.body(), again.body());
        author.post("/v1/posts", draft, "Idempotency-Key", "another").expect(400);
    }
}
