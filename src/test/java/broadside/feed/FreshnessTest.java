package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that asks again gets nothing anew unless something is new. */
class FreshnessTest {
    private static final Server SERVER = Server.shared();

    private final Client anybody = SERVER.client();
    private final String name = Client.name();
    private final Client author = anybody.register(name);

    private void write(String body) {
        author.post("/v1/posts", new JsonObject().put("body", body)).expect(201);
    }

    /** As if all of it had been written a minute earlier. */
    private void settle() {
        TestDatabase.execute(SERVER.database(), """
                update post set published_at = published_at - interval '1 minute', created_at = created_at - interval '1 minute',
                  updated_at = updated_at - interval '1 minute'
                where author_id = (select id from account where username = '%s')""".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void whatIsKnownIsNotSentAgain(String format) {
        var feed = "/feeds/" + format + "/accounts/" + name;
        write("First");
        settle();
        var known = anybody.get(feed).expect(200);
        var date = known.header("Last-Modified").orElseThrow();
        assertTrue(known.header("Vary").orElseThrow().contains("Accept-Encoding"));
        var again = anybody.get(feed, "If-None-Match", known.etag()).expect(304);
        assertEquals(known.etag(), again.etag());
        assertEquals(date, again.header("Last-Modified").orElseThrow());
        anybody.get(feed, "If-None-Match", "W/" + known.etag()).expect(304);
        anybody.get(feed, "If-Modified-Since", date).expect(304);
        anybody.get(feed, "If-Modified-Since", date, "If-None-Match", "\"0-other\"")
                .expect(200);
        anybody.get(feed, "If-Modified-Since", "yesterday").expect(200);
        var head = anybody.send("HEAD", feed, null).expect(200);
        assertEquals(known.etag(), head.etag());
        assertEquals(date, head.header("Last-Modified").orElseThrow());
        assertEquals(0, head.body().length());
    }

    /** So that what follows in the same second is never taken for known. */
    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void whatIsNewIsSent(String format) {
        var feed = "/feeds/" + format + "/accounts/" + name;
        write("First");
        settle();
        var known = anybody.get(feed).expect(200);
        var date = known.header("Last-Modified").orElseThrow();
        write("Second");
        anybody.get(feed, "If-None-Match", known.etag()).expect(200);
        var fresh = anybody.get(feed, "If-Modified-Since", date).expect(200);
        assertTrue(fresh.header("Last-Modified").isEmpty());
    }
}
