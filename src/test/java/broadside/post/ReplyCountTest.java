package broadside.post;

import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static broadside.post.Threads.replies;
import static broadside.post.Threads.replyTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Patience;
import broadside.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplyCountTest {
    private static final int CROWD = 50;

    private final Client susan = Desk.author();
    private final List<Client> crowd =
            IntStream.range(0, 10).mapToObj(number -> Desk.author()).toList();
    private final Reply post = written(susan, note("post"));

    @Test
    void aThousandRepliesAtOnceAreCounted() {
        var written = new ArrayList<Reply>();
        for (int wave = 0; wave < 1_000 / CROWD / 4; wave++) {
            written.addAll(Desk.together(4 * CROWD, this::answering));
        }
        assertEquals(1_000, Desk.count(written, 201));
        assertEquals(1_000, replies(susan, post));
        var gone = Desk.together(4 * CROWD, number -> deleting(number, written.get(number)));
        assertEquals(4 * CROWD, Desk.count(gone, 204) + Desk.count(gone, 404));
        assertEquals(1_000 - 4 * CROWD, replies(susan, post));
    }

    private CompletableFuture<Reply> answering(int number) {
        return Desk.writing(crowd.get(number % crowd.size()), replyTo(post, "number " + number));
    }

    private CompletableFuture<Reply> deleting(int number, Reply reply) {
        var author = crowd.get(number % crowd.size());
        return Patience.with(() -> author.sending("DELETE", path(reply), null, "If-Match", reply.etag()));
    }

    @Test
    void hidingDeletingAndAnsweringAtOnceAreCounted() {
        var before = Desk.together(CROWD, this::answering);
        Desk.together(3 * CROWD, number -> switch (number % 3) {
            case 0 -> answering(number / 3);
            case 1 -> deleting(number / 3, before.get(number / 3));
            default -> Patience.with(() -> susan.sending("PUT", path(before.get(number / 3)) + "/hidden", null));
        });
        assertEquals(CROWD, replies(susan, post));
    }

    /** Either the reply finds nothing to answer, or it stands under a place that was left. */
    @Test
    void answeringAndDeletingAtOnceLeavesNothingHalfDone() {
        for (int round = 0; round < 5; round++) {
            var parent = written(susan, note("goes"));
            var all = Desk.together(
                    10,
                    number -> number == 5
                            ? susan.sending("DELETE", path(parent), null, "If-Match", parent.etag())
                            : crowd.get(number)
                                    .sending(
                                            "POST",
                                            "/v1/posts",
                                            replyTo(parent, "x").toBuffer()));
            assertTrue(all.stream().allMatch(reply -> List.of(201, 204, 400).contains(reply.status())));
            var answers = Desk.count(all, 201);
            var thread = susan.get(path(parent) + "/thread?limit=100");
            assertEquals(answers == 0 ? 404 : 200, thread.status());
            assertEquals(answers, answers == 0 ? 0 : Threads.items(thread).size() - 1);
        }
    }
}
