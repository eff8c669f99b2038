package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The map of all posts, as a crawler reads it. */
class SitemapTest {
    private static final Server SERVER = Server.shared();

    private final Client anybody = SERVER.client();
    private final String name = Client.name();
    private final Client author = anybody.register(name);

    private Reply write(JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201);
    }

    private static JsonObject note(String body) {
        return new JsonObject().put("body", body);
    }

    private static String id(Reply post) {
        return post.json().getString("id");
    }

    private static String address(String path) {
        return "http://localhost:" + SERVER.port() + path;
    }

    private static String page(Reply post) {
        return address("/v1/posts/" + id(post));
    }

    /** In strict mode, which takes no address from elsewhere and no namespace but the protocol's. */
    private static AbstractSiteMap parse(String path, Reply reply) {
        try {
            var parser = new SiteMapParser(true);
            parser.setStrictNamespace(true);
            return parser.parseSiteMap(reply.expect(200).body().getBytes(), url(path));
        } catch (UnknownFormatException | IOException unreadable) {
            throw new AssertionError(reply.text(), unreadable);
        }
    }

    private static URL url(String path) throws IOException {
        return URI.create(address(path)).toURL();
    }

    /** Paths of all parts, in order. */
    private List<String> parts() {
        var index = (SiteMapIndex) parse("/sitemap.xml", anybody.get("/sitemap.xml"));
        return index.getSitemaps().stream().map(part -> part.getUrl().getPath()).toList();
    }

    /** Every page there is and when it changed. */
    private Map<String, Instant> pages() {
        return parts().stream()
                .flatMap(path -> ((SiteMap) parse(path, anybody.get(path))).getSiteMapUrls().stream())
                .collect(Collectors.toMap(url -> url.getUrl().toString(), url -> url.getLastModified()
                        .toInstant()));
    }

    private static String partOf(Reply post) {
        return "/sitemap-" + (Long.parseLong(id(post)) / 2_000 + 1) + ".xml";
    }

    @Test
    void everyPublicPostIsInItAndNothingElse() {
        var note = write(note("Public"));
        var article = write(note("Text").put("title", "Public"));
        var others = List.of(
                write(note("Draft").put("status", "draft")),
                write(note("Followers").put("visibility", "followers")),
                write(note("Private").put("visibility", "private")),
                write(note("Scheduled").put("status", "scheduled").put("publishAt", tomorrow())),
                write(note("Reply").put("replyTo", id(note))));
        var deleted = write(note("Deleted"));
        author.delete("/v1/posts/" + id(deleted), "If-Match", "*").expect(204);
        var pages = pages();
        assertEquals(note.json().getInstant("updatedAt"), pages.get(page(note)));
        assertEquals(article.json().getInstant("updatedAt"), pages.get(page(article)));
        others.forEach(post -> assertFalse(pages.containsKey(page(post)), post::text));
        assertFalse(pages.containsKey(page(deleted)));
        var edited = author.patch("/v1/posts/" + id(note), note("Other"), "If-Match", "*")
                .expect(200);
        assertEquals(edited.json().getInstant("updatedAt"), pages().get(page(note)));
    }

    private static String tomorrow() {
        return SERVER.clock().instant().plus(Duration.ofDays(1)).toString();
    }

    @Test
    void whatBecomesUnseenLeaves() {
        var hidden = write(note("Hidden"));
        var seen = write(note("Seen"));
        TestDatabase.execute(SERVER.database(), "update post set hidden_at = now() where id = " + id(hidden));
        assertFalse(pages().containsKey(page(hidden)));
        assertTrue(pages().containsKey(page(seen)));
        TestDatabase.execute(
                SERVER.database(), "update account set suspended_at = now() where username = '" + name + "'");
        assertFalse(pages().containsKey(page(seen)));
    }

    @Test
    void aPostStaysInItsPart() {
        var first = write(note("First"));
        var path = partOf(first);
        assertTrue(parts().contains(path));
        TestDatabase.execute(
                SERVER.database(),
                "select setval(pg_get_serial_sequence('post', 'id'), nextval("
                        + "pg_get_serial_sequence('post', 'id')) + 5000)");
        var second = write(note("Second"));
        var parts = parts();
        assertTrue(parts.indexOf(path) < parts.indexOf(partOf(second)), parts::toString);
        assertEquals(parts.stream().distinct().toList(), parts);
        assertTrue(urls(path).contains(page(first)));
        assertTrue(urls(partOf(second)).contains(page(second)));
        assertFalse(urls(path).contains(page(second)));
    }

    private List<String> urls(String path) {
        return ((SiteMap) parse(path, anybody.get(path)))
                .getSiteMapUrls().stream()
                        .map(SiteMapURL::getUrl)
                        .map(URL::toString)
                        .toList();
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        for (var path : List.of("/sitemap.xml", partOf(write(note("Known"))), "/robots.txt")) {
            var known = anybody.get(path).expect(200);
            anybody.get(path, "If-None-Match", known.etag()).expect(304);
            anybody.get(path, "If-None-Match", "\"0-other\"").expect(200);
            var head = anybody.send("HEAD", path, null).expect(200);
            assertEquals(known.etag(), head.etag());
            assertEquals(0, head.body().length());
        }
    }

    /** As if all of it had been written earlier: then its date is known, too. */
    @Test
    void aPartTellsWhenItChanged() {
        var post = write(note("Old"));
        var path = partOf(post);
        assertTrue(anybody.get(path).expect(200).header("Last-Modified").isEmpty());
        var date = later(() -> {
            var known = anybody.get(path).expect(200).header("Last-Modified").orElseThrow();
            anybody.get(path, "If-Modified-Since", known).expect(304);
            return known;
        });
        write(note("New"));
        anybody.get(path, "If-Modified-Since", date).expect(200);
    }

    private static String later(Supplier<String> ask) {
        SERVER.clock().forward(Duration.ofSeconds(10));
        try {
            return ask.get();
        } finally {
            SERVER.clock().reset();
        }
    }

    @Test
    void aLongPartIsPacked() throws IOException {
        var last = id(write(note("Last")));
        TestDatabase.execute(SERVER.database(), """
                insert into post (author_id, body, html, excerpt, reading_minutes, tags, status, visibility,
                  published_at, created_at, updated_at)
                select author_id, body, html, excerpt, 1, tags, status, visibility, published_at, created_at, updated_at
                from post, generate_series(1, 100) where id = %s""".formatted(last));
        var path = parts().get(parts().size() - 1);
        var packed = anybody.get(path, "Accept-Encoding", "gzip").expect(200);
        assertEquals("gzip", packed.header("Content-Encoding").orElseThrow());
        assertEquals(anybody.get(path).expect(200).body(), unpacked(packed.body()));
    }

    private static Buffer unpacked(Buffer packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void mistakesAreProblems() {
        for (var part : List.of("0", "01", "-1", "x", "1.5", "900000000", "4611686018427387", "9223372036854775807")) {
            assertEquals(
                    "not-found",
                    anybody.get("/sitemap-" + part + ".xml").expect(404).problem());
        }
        assertEquals("unknown", anybody.get("/sitemap.xml?page=1").expect(400).violation("?page"));
        anybody.post("/sitemap.xml", new JsonObject()).expect(405);
        anybody.get("/robots.txt/").expect(404);
    }
}
