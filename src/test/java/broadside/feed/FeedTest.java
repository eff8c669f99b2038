package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as readers see them. */
class FeedTest {
    private static final Server SERVER = Server.shared();

    private final Client anybody = SERVER.client();
    private final String name = Client.name();
    private final Client author = anybody.register(name);

    private String write(JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201).json().getString("id");
    }

    private static JsonObject note(String body) {
        return new JsonObject().put("body", body);
    }

    private static JsonObject article() {
        return note("*Full* text, [linked](https://example.org/a?b=1&c=2).\n\n![image](https://example.org/i.png)")
                .put("title", "Engines & <looms>")
                .put("summary", "In short: 1 < 2")
                .put("language", "en-GB")
                .put("coverUrl", "https://example.org/cover.png")
                .put("tags", new JsonArray(List.of("engines", "looms")));
    }

    private String feed(String format) {
        return "/feeds/" + format + "/accounts/" + name;
    }

    private String named(String id) {
        return "http://localhost:" + SERVER.port() + "/v1/posts/" + id;
    }

    @Test
    void atomTellsAllOfAPost() {
        author.patch("/v1/me", new JsonObject().put("displayName", "Ada & Co.")).expect(200);
        var post = author.post("/v1/posts", article()).expect(201).json();
        var reply = anybody.get(feed("atom")).expect(200);
        assertEquals(
                "application/atom+xml; charset=utf-8",
                reply.header("Content-Type").orElseThrow());
        var feed = Reader.feed(reply);
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals("Ada & Co.", feed.getTitle());
        assertEquals("http://localhost:" + SERVER.port() + feed("atom"), feed.getUri());
        var entry = feed.getEntries().get(0);
        assertEquals(named(post.getString("id")), entry.getUri());
        assertEquals(entry.getUri(), entry.getLink());
        assertEquals("Engines & <looms>", entry.getTitle());
        assertEquals("In short: 1 < 2", entry.getDescription().getValue());
        assertEquals("Ada & Co.", entry.getAuthors().get(0).getName());
        assertEquals(post.getString("html"), entry.getContents().get(0).getValue());
        assertEquals("html", entry.getContents().get(0).getType());
        assertEquals(post.getInstant("publishedAt"), entry.getPublishedDate().toInstant());
        assertEquals(post.getInstant("updatedAt"), entry.getUpdatedDate().toInstant());
        assertEquals(
                List.of("engines", "looms"),
                entry.getCategories().stream().map(tag -> tag.getName()).toList());
    }

    @Test
    void rssTellsAllOfAPost() {
        var post = author.post("/v1/posts", article()).expect(201).json();
        var reply = anybody.get(feed("rss")).expect(200);
        assertEquals(
                "application/rss+xml; charset=utf-8",
                reply.header("Content-Type").orElseThrow());
        var feed = Reader.feed(reply);
        assertEquals("rss_2.0", feed.getFeedType());
        var entry = feed.getEntries().get(0);
        assertEquals(named(post.getString("id")), entry.getUri());
        assertEquals("Engines & <looms>", entry.getTitle());
        assertEquals("In short: 1 &lt; 2", entry.getDescription().getValue());
        assertEquals(post.getString("html"), entry.getContents().get(0).getValue());
        assertEquals(name, entry.getAuthor());
        var published = post.getInstant("publishedAt").truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        assertEquals(published, entry.getPublishedDate().toInstant());
    }

    @Test
    void jsonFeedTellsAllOfAPost() {
        var post = author.post("/v1/posts", article()).expect(201).json();
        var reply = anybody.get(feed("json")).expect(200);
        assertEquals("application/feed+json", reply.header("Content-Type").orElseThrow());
        var item = Reader.items(reply).get(0);
        assertEquals(named(post.getString("id")), item.getString("id"));
        assertEquals(post.getString("html"), item.getString("content_html"));
        assertEquals(post.getString("coverUrl"), item.getString("image"));
        assertEquals("en-GB", item.getString("language"));
        assertEquals(post.getJsonArray("tags"), item.getJsonArray("tags"));
        assertEquals(name, item.getJsonArray("authors").getJsonObject(0).getString("name"));
    }

    @Test
    void aNoteIsTitledWhereATitleHasToBe() {
        write(note("word ".repeat(40)));
        assertEquals(
                "word ".repeat(16).strip() + "…",
                Reader.entries(anybody.get(feed("atom"))).get(0).getTitle());
        assertNull(Reader.entries(anybody.get(feed("rss"))).get(0).getTitle());
        assertFalse(Reader.items(anybody.get(feed("json"))).get(0).containsKey("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void onlyWhatIsForEverybodyIsInIt(String format) {
        var first = write(note("Public"));
        write(note("Draft").put("status", "draft"));
        write(note("Followers").put("visibility", "followers"));
        write(note("Private").put("visibility", "private"));
        write(note("Scheduled").put("status", "scheduled").put("publishAt", tomorrow()));
        write(note("Reply").put("replyTo", first));
        assertEquals(List.of(named(first)), Reader.names(format, author.get(feed(format))));
    }

    private static String tomorrow() {
        return SERVER.clock().instant().plus(Duration.ofDays(1)).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void siteTagAndSearchHaveFeeds(String format) {
        var word = "qx" + name.substring(1) + "zk";
        var tagged = write(note("Look, " + word).put("tags", new JsonArray(List.of(word))));
        var other = write(note("Something else"));
        var site = Reader.names(format, anybody.get("/feeds/" + format + "?limit=100"));
        assertTrue(site.containsAll(List.of(named(tagged), named(other))));
        assertEquals(List.of(named(tagged)), Reader.names(format, anybody.get("/feeds/" + format + "/tags/" + word)));
        assertEquals(
                List.of(named(tagged)), Reader.names(format, anybody.get("/feeds/" + format + "/search?q=" + word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void pagesLeadFromOneToTheNext(String format) {
        var written = new ArrayList<String>();
        IntStream.range(0, 7).forEach(number -> written.add(0, named(write(note("Note " + number)))));
        var read = new ArrayList<String>();
        var page = anybody.get(feed(format) + "?limit=3");
        read.addAll(Reader.names(format, page));
        while (Reader.links(format, page).containsKey("next")) {
            page = follow(format, page, "next");
            read.addAll(Reader.names(format, page));
        }
        assertEquals(written, read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void pagesKnowTheirNeighbours(String format) {
        IntStream.range(0, 5).forEach(number -> write(note("Note " + number)));
        var first = anybody.get(feed(format) + "?limit=2");
        var links = Reader.links(format, first);
        var here = "http://localhost:" + SERVER.port() + feed(format) + "?limit=2";
        assertEquals(here, links.get("self"));
        assertEquals(here, links.get("first"));
        assertNull(links.get("previous"));
        var next = follow(format, first, "next");
        var second = Reader.links(format, next);
        assertEquals(links.get("next"), second.get("self"));
        assertEquals(here, second.get("first"));
        assertEquals(Reader.names(format, first), Reader.names(format, follow(format, next, "previous")));
    }

    /** The page that another leads to. */
    private Reply follow(String format, Reply page, String relation) {
        var address =
                Optional.ofNullable(Reader.links(format, page).get(relation)).orElseThrow();
        return anybody.get(address.replaceFirst("http://localhost:[0-9]+", ""));
    }

    @Test
    void aSearchIsReadToItsEnd() {
        var word = "qy" + name.substring(1) + "zk";
        var ids = IntStream.range(0, 5)
                .mapToObj(number -> named(write(note(word + " " + number))))
                .toList();
        var first = anybody.get("/feeds/atom/search?limit=3&q=" + word);
        var second = follow("atom", first, "next");
        var read = new ArrayList<>(Reader.names("atom", first));
        read.addAll(Reader.names("atom", second));
        assertEquals(
                ids.stream().sorted(java.util.Comparator.reverseOrder()).toList(),
                read.stream().sorted(java.util.Comparator.reverseOrder()).toList());
        assertNull(Reader.links("atom", second).get("next"));
        assertNull(Reader.links("atom", second).get("previous"));
    }

    @Test
    void anEmptyFeedIsWhole() {
        for (var path : List.of(feed("atom"), "/feeds/atom/tags/" + name, "/feeds/atom/search?q=" + name + "zz")) {
            assertEquals(List.of(), Reader.entries(anybody.get(path)));
        }
        var born = Instant.parse(author.get("/v1/me").json().getString("createdAt"));
        assertEquals(
                born, Reader.feed(anybody.get(feed("atom"))).getPublishedDate().toInstant());
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        write(note("be\u0001fore ]]> & after 😀"));
        assertEquals(
                "<p>before ]]&gt; &amp; after 😀</p>\n",
                Reader.entries(anybody.get(feed("atom")))
                        .get(0)
                        .getContents()
                        .get(0)
                        .getValue());
    }

    @Test
    void mistakesAreProblems() {
        for (var path : List.of("/feeds/html", "/feeds/atom/accounts/nobody0", "/feeds/atom/tags/%21", "/feeds")) {
            assertEquals("not-found", anybody.get(path).expect(404).problem());
        }
        assertEquals("required", anybody.get("/feeds/rss/search").expect(400).violation("?q"));
        assertEquals("unknown", anybody.get("/feeds/rss?colour=red").expect(400).violation("?colour"));
        anybody.get("/feeds/rss?cursor=abc").expect(400);
        anybody.post("/feeds/rss", new JsonObject()).expect(405);
    }

    @Test
    void aSuspendedAuthorHasNoFeed() {
        write(note("Gone"));
        broadside.testing.TestDatabase.execute(
                SERVER.database(), "update account set suspended_at = now() where username = '" + name + "'");
        anybody.get(feed("atom")).expect(404);
    }
}
