package broadside.search;

import static broadside.search.Library.address;
import static broadside.search.Library.ids;
import static broadside.search.Library.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of many hits, while posts arrive; and hits that only the index knows, behind more posts than are looked through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private Server server;
    private Client author;
    private String id = "";

    @BeforeAll
    void start() {
        server = Server.start(Map.of());
        author = server.client().register();
        id = author.get("/v1/me").expect(200).json().getString("id");
        insert("frequent words ' || case when i % 3 = 0 then 'frequent ' else '' end || 'here", 900, "2002-01-01");
        insert("rare ' || i || ' bird", 30, "2001-01-01");
        insert("filling", 8_100, "2003-01-01");
    }

    private void insert(String text, int count, String from) {
        TestDatabase.execute(server.database(), """
                insert into post (author_id, body, html, excerpt, reading_minutes, language, tags, status, visibility, published_at,
                  created_at, updated_at)
                select %s, 'x', '<p>%s</p>', 'x', 1, 'en', '{}', 'published', 'public',
                  timestamptz '%s' + i * interval '1 minute', now(), now() from generate_series(1, %d) i""".formatted(id, text, from, count));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 50, 100})
    void nothingIsRepeatedOrLeftOutWhilePostsArrive(int limit) {
        var address = address("frequent", "limit", Integer.toString(limit));
        var there = all(address);
        assertTrue(there.size() >= 900, there.size() + " hits");
        var seen = new ArrayList<String>();
        var late = new ArrayList<String>();
        var page = server.client().get(address).expect(200);
        for (var next = next(page); ; next = next(page)) {
            seen.addAll(ids(page));
            if (next == null) {
                break;
            }
            if (seen.size() / limit % 9 == 0) {
                late.add(author.post("/v1/posts", new JsonObject().put("body", "A frequent frequent guest"))
                        .expect(201)
                        .json()
                        .getString("id"));
            }
            page = server.client().get(address + "&cursor=" + next).expect(200);
        }
        assertTrue(!late.isEmpty());
        assertEquals(there, seen);
        assertEquals(new HashSet<>(seen).size(), seen.size());
    }

    @Test
    void thoseThatSayItTwiceComeFirstAmongTheNewestAndThenTimeDecides() {
        var found = all(address("words here", "limit", "100"));
        assertEquals(900, found.size());
        var tail = found.subList(400, 900).stream().map(Long::parseLong).toList();
        assertEquals(tail.stream().sorted(java.util.Comparator.reverseOrder()).toList(), tail);
        var best = all(address("frequent words", "limit", "100", "until", "2003-01-01T00:00:00Z"))
                .subList(0, 400);
        var twice = best.stream()
                .map(this::html)
                .map(html -> html.contains("frequent here"))
                .toList();
        assertTrue(twice.indexOf(false) > 100 && !twice.subList(300, 400).contains(true), twice.toString());
    }

    private String html(String post) {
        return String.valueOf(TestDatabase.ask(server.database(), "select html from post where id = " + post));
    }

    @Test
    void whatLiesFarBackIsFound() {
        var found = all(address("rare bird", "limit", "20"));
        assertEquals(30, found.size());
        assertEquals(
                1,
                ids(server.client().get(address("\"rare 17 bird\"")).expect(200))
                        .size());
        assertEquals(
                10,
                ids(server.client()
                                .get(address("rare", "until", "2001-01-01T00:11:00Z", "author", name(), "kind", "note"))
                                .expect(200))
                        .size());
        assertEquals(
                List.of(),
                ids(server.client()
                        .get(address("rare", "since", "2001-01-02T00:00:00Z"))
                        .expect(200)));
    }

    private String name() {
        return author.get("/v1/me").json().getString("username");
    }

    @Test
    void aCursorBelongsToItsQuery() {
        var page = server.client().get(address("frequent")).expect(200);
        assertNull(page.json().getJsonObject("page").getString("prev"));
        var cursor = java.util.Objects.requireNonNull(next(page));
        server.client().get(address("frequent", "cursor", cursor)).expect(200);
        server.client().get(address("frequently", "cursor", cursor)).expect(400);
        server.client()
                .get(address("frequent", "kind", "note", "cursor", cursor))
                .expect(400);
        server.client().get("/v1/search/tags?q=frequent&cursor=" + cursor).expect(400);
        assertTrue(page.header("Link").orElseThrow().contains("cursor=" + cursor));
    }

    private List<String> all(String address) {
        return Library.all(server.client(), address);
    }
}
