package broadside.house;

import static broadside.house.Counting.assertCount;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many statements a request costs, counted on the wire. Background work may come in between and only ever adds, so a round that has
 * as few as expected is undisturbed.
 */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {
    private static final int ROUNDS = Counting.ROUNDS;

    private DatabaseProxy wire;
    private Server server;
    private Client author;
    private String post = "";

    @BeforeAll
    void start() {
        wire = DatabaseProxy.to(TestDatabase.migrated());
        server = Server.start(wire.address(), Map.of());
        author = server.client().register();
        post = IntStream.range(0, 120).mapToObj(this::written).toList().get(0);
    }

    private String written(int number) {
        return author.post("/v1/posts", note(number))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        wire.close();
    }

    private Stream<List<String>> rounds(Supplier<Runnable> prepare) {
        return Counting.rounds(wire, prepare);
    }

    @Test
    void aPostIsReadInOne() {
        assertCount(1, rounds(() -> () -> server.client().get(post).expect(200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void aPageIsReadInOneWhateverItsLength(int limit) {
        for (var list : List.of(
                "/v1/posts?limit=", "/v1/posts?tag=even&author=" + name() + "&limit=", "/v1/posts?kind=note&limit=")) {
            var statements = rounds(() -> () -> assertTrue(rows(server.client().get(list + limit)) <= limit));
            assertCount(1, statements);
        }
        assertEquals(limit, rows(server.client().get("/v1/posts?limit=" + limit)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void aSearchIsOneWhateverItsLength(int limit) {
        for (var search :
                List.of("posts?q=note", "posts?q=note&tag=even&author=" + name(), "accounts?q=u", "tags?q=e")) {
            var list = "/v1/search/" + search + "&limit=" + limit;
            assertCount(1, rounds(() -> () -> assertTrue(rows(server.client().get(list)) > 0)));
        }
        assertEquals(limit, rows(server.client().get("/v1/search/posts?q=note&limit=" + limit)));
    }

    /** The feed of an author asks for her, too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void aFeedIsReadInOneOrTwoWhateverItsLength(int limit) {
        for (var format : List.of("atom", "rss", "json")) {
            for (var feed : List.of("?", "/tags/even?", "/search?q=note&")) {
                var path = "/feeds/" + format + feed + "limit=" + limit;
                assertCount(1, rounds(() -> () -> server.client().get(path).expect(200)));
            }
            var path = "/feeds/" + format + "/accounts/" + name() + "?limit=" + limit;
            assertCount(2, rounds(() -> () -> server.client().get(path).expect(200)));
        }
    }

    @Test
    void whatCrawlersAskForIsReadInOne() {
        var part = server.client()
                .get("/sitemap.xml")
                .expect(200)
                .text()
                .replaceAll("(?s).*(/sitemap-[0-9]+[.]xml).*", "$1");
        var account = "/.well-known/webfinger?resource=acct:" + name() + "@localhost";
        for (var path : List.of("/sitemap.xml", part, account)) {
            assertCount(1, rounds(() -> () -> server.client().get(path).expect(200)));
        }
        for (var path : List.of("/robots.txt", "/.well-known/api-catalog")) {
            assertCount(0, rounds(() -> () -> server.client().get(path).expect(200)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void homeIsReadInOneWhateverItsLength(int limit) {
        assertCount(1, rounds(() -> {
            author.get("/v1/me");
            return () -> assertEquals(limit, rows(author.get("/v1/me/timeline?limit=" + limit)));
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void mentionsAreReadInOneWhateverTheirNumber(int limit) {
        IntStream.range(0, 20).forEach(number -> author.post("/v1/posts", new JsonObject().put("body", mentions()))
                .expect(201));
        assertCount(1, rounds(() -> {
            author.get("/v1/me");
            return () -> assertEquals(limit, rows(author.get("/v1/me/mentions?limit=" + limit)));
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void requestsToFollowAreReadInOneWhateverTheirLength(int limit) {
        Guests.of(server, 100);
        TestDatabase.execute(server.database(), """
                insert into follow_request (follower_id, followed_id, created_at)
                select a.id, me.id, now() from account a join account me on me.username = '%s' and me.id <> a.id
                on conflict do nothing""".formatted(name()));
        assertCount(1, rounds(() -> {
            author.get("/v1/me");
            return () -> assertEquals(limit, rows(author.get("/v1/me/follow-requests?limit=" + limit)));
        }));
        assertCount(1, rounds(() -> {
            author.get("/v1/me");
            return () ->
                    author.get("/v1/me/sent-follow-requests?limit=" + limit).expect(200);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void aSeriesIsReadInOneWhateverItsLength(int limit) {
        var articles = IntStream.range(0, 30)
                .mapToObj(number -> author.post("/v1/posts", article(number, 0))
                        .expect(201)
                        .json()
                        .getString("id"))
                .toList();
        var begun = author.post("/v1/series", new JsonObject().put("title", "In order"))
                .expect(201);
        var path = "/v1/series/" + begun.json().getString("id");
        author.put(path + "/posts", new JsonObject().put("posts", new JsonArray(articles)), "If-Match", begun.etag())
                .expect(200);
        assertCount(
                1, rounds(() -> () -> assertEquals(limit, rows(server.client().get(path + "/posts?limit=" + limit)))));
        assertCount(1, rounds(() -> () -> server.client().get(path).expect(200)));
        var list = "/v1/accounts/" + name() + "/series?limit=" + limit;
        assertCount(1, rounds(() -> () -> assertTrue(rows(server.client().get(list)) > 0)));
    }

    private static int rows(Reply page) {
        return page.expect(200).json().getJsonArray("data").size();
    }

    private String name() {
        return server.client().get(post).json().getJsonObject("author").getString("username");
    }

    @Test
    void aTokenCostsOneMoreWhenItIsNewAndNothingWhileItIsKnown() {
        assertCount(2, rounds(() -> {
            var newcomer = server.client().logIn(name(), Client.PASSWORD);
            return () -> newcomer.get(post).expect(200);
        }));
        assertCount(1, rounds(() -> {
            author.get(post);
            return () -> author.get(post).expect(200);
        }));
    }

    @Test
    void aPostIsWrittenInElevenAtMost() {
        assertCreated(5, drafts(StatementsTest::note));
        assertCreated(6, drafts(number -> article(number, 0)));
        assertCreated(6, drafts(number -> article(number, 10)));
        assertCreated(6, drafts(number -> article(0, 10)));
        assertCreated(6, drafts(this::reply));
        assertCreated(7, drafts(number -> reply(number).put("body", mentions())));
        assertCreated(7, drafts(number -> article(number, 10).put("body", mentions())));
    }

    private static List<JsonObject> drafts(IntFunction<JsonObject> draft) {
        return IntStream.range(0, ROUNDS).mapToObj(draft).toList();
    }

    /** However many they are, names are looked up in one statement before the transaction. */
    private String mentions() {
        return "For @" + name() + " @nobody @noone-else.";
    }

    private JsonObject reply(int number) {
        return note(number).put("replyTo", post.replaceFirst(".*/", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void aThreadIsReadInTwoWhateverItsLength(int limit) {
        assertCount(
                2,
                rounds(() -> () ->
                        server.client().get(post + "/thread?limit=" + limit).expect(200)));
        assertCount(
                1,
                rounds(() -> () ->
                        server.client().get(post + "/replies?limit=" + limit).expect(200)));
    }

    /** A note, and an article whose address is free or taken: the same number each time; a key costs three more. */
    private void assertCreated(int expected, List<JsonObject> drafts) {
        var next = drafts.iterator();
        assertCount(expected, rounds(() -> {
            author.get("/v1/me");
            var draft = next.next();
            return () -> author.post("/v1/posts", draft).expect(201);
        }));
        var again = drafts.iterator();
        assertCount(expected + 3, rounds(() -> {
            author.get("/v1/me");
            var draft = again.next();
            var key = UUID.randomUUID().toString();
            return () -> author.post("/v1/posts", draft, "Idempotency-Key", key).expect(201);
        }));
        assertTrue(expected + 3 + 1 <= 11, "with a token that is looked up");
    }

    private static JsonObject note(int number) {
        return new JsonObject().put("body", "Note " + number + (number % 2 == 0 ? " #even" : " #odd"));
    }

    private static JsonObject article(int number, int tags) {
        var names = IntStream.range(0, tags).mapToObj(tag -> "tag" + tag).toList();
        return new JsonObject()
                .put("title", "Article " + number)
                .put("body", "Text")
                .put("tags", new JsonArray(names));
    }
}
