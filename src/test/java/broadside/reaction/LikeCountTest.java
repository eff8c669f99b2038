package broadside.reaction;

import static broadside.reaction.LikeTest.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Guests;
import broadside.testing.Patience;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts are exact, whoever does what at the same time. */
class LikeCountTest {
    private final Server server = Server.shared();
    private final Client author = Guests.of(server, 1).get(0);
    private final String post = written(author, new JsonObject());

    /** Sends all at once, again while the program has no time for one, and waits for the answers. */
    private static List<Reply> together(List<Client> crowd, Function<Client, CompletableFuture<Reply>> send) {
        var under =
                crowd.stream().map(one -> Patience.with(() -> send.apply(one))).toList();
        return under.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Reply> like(Client one) {
        return one.sending("PUT", post + "/like", null);
    }

    private CompletableFuture<Reply> unlike(Client one) {
        return one.sending("DELETE", post + "/like", null);
    }

    private long likes() {
        return author.get(post).expect(200).json().getJsonObject("counts").getLong("likes");
    }

    private long rows(String table) {
        return Long.parseLong(String.valueOf(TestDatabase.ask(
                server.database(),
                "select count(*) from " + table + " where post_id = " + post.replaceFirst(".*/", ""))));
    }

    private long events(String kind) {
        return Long.parseLong(String.valueOf(TestDatabase.ask(
                server.database(),
                "select count(*) from event where kind = '" + kind + "' and subject_id = "
                        + post.replaceFirst(".*/", ""))));
    }

    @Test
    void aThousandLikesAtOnceAreAThousand() {
        var crowd = Guests.of(server, 1_000);
        var replies = together(crowd, this::like);
        assertEquals(
                1_000, replies.stream().filter(reply -> reply.status() == 204).count());
        assertEquals(1_000, likes());
        assertEquals(1_000, rows("post_like"));
        assertEquals(1_000, events("post.liked"));
    }

    @Test
    void theSameLikeManyTimesAtOnceIsOne() {
        var one = Guests.of(server, 1).get(0);
        together(Collections.nCopies(100, one), this::like);
        assertEquals(1, likes());
        assertEquals(1, events("post.liked"));
    }

    @Test
    void likingAndTakingBackAtOnce() {
        var crowd = Guests.of(server, 40);
        var deeds = IntStream.range(0, 400).boxed().toList();
        var under = new ArrayList<CompletableFuture<Reply>>();
        for (int deed : deeds) {
            var one = crowd.get(deed % 40);
            under.add(Patience.with(() -> (deed / 40) % 2 == 0 ? like(one) : unlike(one)));
        }
        under.forEach(answer -> answer.join().expect(204));
        assertEquals(rows("post_like"), likes());
        assertEquals(events("post.liked") - events("post.unliked"), likes());
    }

    @Test
    void likingWhileThePostIsDeleted() {
        var crowd = Guests.of(server, 60);
        var etag = author.get(post).etag();
        var under = new ArrayList<>(crowd.stream().map(this::like).toList());
        under.add(30, author.sending("DELETE", post, null, "If-Match", etag));
        var statuses = under.stream()
                .map(answer -> answer.join().status())
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of(),
                statuses.stream()
                        .filter(status -> status != 204 && status != 404)
                        .toList());
        author.get(post).expect(404);
        assertEquals(0, rows("post_like"));
    }

    @Test
    void whoeverClosesHerAccountIsSubtracted() {
        var leaver = server.client().register();
        var stayer = Guests.of(server, 1).get(0);
        for (var one : List.of(leaver, stayer)) {
            one.put(post + "/like", null).expect(204);
            one.put(post + "/repost", null).expect(204);
            one.put(post + "/bookmark", null).expect(204);
        }
        leaver.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        Eventually.holds(Duration.ofSeconds(15), "her like is gone", () -> rows("post_like") == 1);
        Eventually.holds(Duration.ofSeconds(15), "her repost is gone", () -> rows("entry") == 2);
        var counts = author.get(post).expect(200).json().getJsonObject("counts");
        assertEquals(1, counts.getLong("likes"));
        assertEquals(1, counts.getLong("reposts"));
    }
}
