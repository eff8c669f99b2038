package broadside.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.json.Times;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one database: either serves anybody, and what is to be done once is done once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration DUE = Duration.ofSeconds(10);
    private static final int POSTS = 20;

    private List<Server> nodes = List.of();
    private Server first;
    private Server second;

    @BeforeAll
    void start() {
        var database = TestDatabase.migrated();
        var settings = Map.of("BROADSIDE_PUBLIC_URL", "https://blog.example.org");
        first = Server.start(database, settings);
        second = Server.start(database, settings);
        nodes = List.of(first, second);
    }

    @AfterAll
    void stop() {
        nodes.forEach(Server::close);
    }

    private static JsonObject note(String text) {
        return new JsonObject().put("body", text);
    }

    /** Each request of a visit goes to the other node. */
    @Test
    void eitherServesAnybody() {
        var name = Client.name();
        var here = first.client().register(name);
        var there = second.client().with(here.token());
        var post = there.post("/v1/posts", note("one")).expect(201);
        var path = post.header("Location").orElseThrow();
        var read = here.get(path).expect(200);
        assertEquals(read.etag(), there.get(path).expect(200).etag(), "they tell versions alike");
        var edited = there.patch(path, note("two"), "If-Match", read.etag()).expect(200);
        here.patch(path, note("three"), "If-Match", read.etag()).expect(412);
        here.get(path, "If-None-Match", edited.etag()).expect(304);
        second.client().logIn(name, Client.PASSWORD).get("/v1/me").expect(200);
    }

    @Test
    void aWalkThroughPagesGoesOnAtTheOther() {
        var name = Client.name();
        var here = first.client().register(name);
        IntStream.range(0, 6).forEach(number -> here.post("/v1/posts", note("page " + number))
                .expect(201));
        List<String> bodies = new ArrayList<>();
        var path = "/v1/accounts/" + name + "/posts?limit=2";
        for (int page = 0; page < 3; page++) {
            var list = nodes.get(page % 2).client().get(path).expect(200).json();
            list.getJsonArray("data").forEach(post -> bodies.add(((JsonObject) post).getString("excerpt")));
            path = "/v1/accounts/" + name + "/posts?limit=2&cursor="
                    + list.getJsonObject("page").getString("next");
        }
        assertEquals(
                IntStream.range(0, 6).mapToObj(number -> "page " + (5 - number)).toList(), bodies);
    }

    @Test
    void aRequestRepeatedAtTheOtherIsDoneOnce() {
        var here = first.client().register();
        var there = second.client().with(here.token());
        var key = UUID.randomUUID().toString();
        var text = note("once " + key);
        var done = here.post("/v1/posts", text, "Idempotency-Key", key).expect(201);
        var again = there.post("/v1/posts", text, "Idempotency-Key", key).expect(201);
        assertEquals(done.text(), again.text());
        assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    }

    @Test
    void ofTheSameRequestAtBothAtOnceOneIsDone() {
        var here = first.client().register();
        for (int round = 0; round < 10; round++) {
            var key = UUID.randomUUID().toString();
            var text = note("at once " + key);
            var replies = Stream.of(first, second)
                    .map(node -> node.client()
                            .with(here.token())
                            .sending("POST", "/v1/posts", text.toBuffer(), "Idempotency-Key", key))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertTrue(replies.stream().anyMatch(reply -> reply.status() == 201));
            assertTrue(
                    replies.stream().map(Reply::status).allMatch(List.of(201, 409, 503)::contains), replies::toString);
            assertEquals("1", ask("select count(*) from post where body = '" + text.getString("body") + "'"));
        }
    }

    @Test
    void whatIsDueIsPublishedOnce() {
        var here = first.client().register();
        var due = Times.format(Instant.now().plusSeconds(2));
        var ids = IntStream.range(0, POSTS)
                .mapToObj(number -> nodes.get(number % 2)
                        .client()
                        .with(here.token())
                        .post(
                                "/v1/posts",
                                note("due " + number).put("status", "scheduled").put("publishAt", due))
                        .expect(201)
                        .json()
                        .getString("id"))
                .toList();
        var which = " in (" + String.join(",", ids) + ")";
        Eventually.holds(DUE, "all are published", () -> Integer.toString(POSTS)
                .equals(ask("select count(*) from post where status = 'published' and id" + which)));
        assertEquals(
                Integer.toString(POSTS),
                ask("select count(*) from event where kind = 'post.published' and subject_id" + which),
                "each is told of once");
    }

    @Test
    void aPasswordResetEndsSessionsOnBoth() {
        var name = Client.name();
        var here = first.client().register(name);
        var there = second.client().with(here.token());
        there.get("/v1/me").expect(200);
        var change = new JsonObject().put("currentPassword", Client.PASSWORD).put("newPassword", Client.PASSWORD + "!");
        first.client()
                .logIn(name, Client.PASSWORD)
                .put("/v1/me/password", change)
                .expect(204);
        Eventually.holds(
                SOON, "dead on the other node", () -> there.get("/v1/me").status() == 401);
        Eventually.holds(SOON, "dead on the same node", () -> here.get("/v1/me").status() == 401);
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(first.database(), question));
    }
}
