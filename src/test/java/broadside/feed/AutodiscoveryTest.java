package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Whoever has the address of a list or of the site finds the feeds. */
class AutodiscoveryTest {
    private static final Pattern FEED = Pattern.compile(
            "<http://localhost:[0-9]+(/feeds/[^>]+)>; rel=\"alternate\"; type=\"([^\"]+)\"; (title[^,]+)");

    private final Client anybody = Server.shared().client();

    private List<String> feeds(String list) {
        var links = anybody.get(list).expect(200).header("Link").orElse("");
        return FEED.matcher(links)
                .results()
                .map(link -> {
                    var feed = anybody.get(link.group(1)).expect(200);
                    assertTrue(feed.header("Content-Type").orElseThrow().startsWith(link.group(2)));
                    return link.group(1);
                })
                .toList();
    }

    private static List<String> three(String place) {
        return Reader.FORMATS.stream().map(format -> "/feeds/" + format + place).toList();
    }

    @Test
    void listsLeadToTheirFeeds() {
        var name = Client.name();
        var author = anybody.register(name);
        author.post("/v1/posts", new JsonObject().put("body", "#c+ and so on")).expect(201);
        author.post("/v1/posts", new JsonObject().put("body", "more")).expect(201);
        assertEquals(three(""), feeds("/v1/posts?limit=1"));
        assertEquals(three("/accounts/" + name), feeds("/v1/accounts/" + name + "/posts?limit=1"));
        assertEquals(three("/accounts/" + name), feeds("/v1/posts?author=" + name));
        assertEquals(three("/tags/c%2B"), feeds("/v1/posts?tag=c%2B"));
        assertEquals(three("/search?q=a%20b"), feeds("/v1/search/posts?q=a%20b"));
        assertEquals(List.of(), feeds("/v1/posts?tag=x&author=" + name));
        var links = anybody.get("/v1/posts?limit=1").header("Link").orElseThrow();
        assertTrue(links.contains("rel=\"next\""), links);
    }

    @Test
    void accountsAndTagsLeadToTheirs() {
        var name = Client.name();
        anybody.register(name);
        assertEquals(three("/accounts/" + name), feeds("/v1/accounts/" + name));
        assertEquals(three("/tags/c%2B"), feeds("/v1/tags/c%2B"));
        assertEquals(List.of(), feeds("/v1/tags"));
        var account = anybody.get("/v1/accounts/" + name);
        var links = account.header("Link").orElseThrow();
        assertTrue(links.contains("; title=\"Posts by @" + name + " (Atom)\""), links);
        var known = anybody.get("/v1/accounts/" + name, "If-None-Match", account.etag())
                .expect(304);
        assertEquals(links, known.header("Link").orElseThrow());
        assertTrue(
                anybody.get("/v1/accounts/nobody0").expect(404).header("Link").isEmpty());
    }

    @Test
    void titlesOfAnyScriptAreKept() {
        var links = anybody.get("/v1/tags/%E8%AA%9E").expect(200).header("Link").orElseThrow();
        assertTrue(links.contains("; title*=UTF-8''Posts%20tagged%20%23%E8%AA%9E%20%28JSON%20Feed%29"), links);
        var quoted = anybody.get("/v1/posts?author=a%22b%5C")
                .expect(200)
                .header("Link")
                .orElseThrow();
        assertTrue(quoted.contains("; title=\"Posts by @a\\\"b\\\\ (Atom)\""), quoted);
    }

    @Test
    void thePageLeadsToTheFeedsOfTheSite() {
        var page = Jsoup.parse(anybody.get("/docs").expect(200).text());
        var feeds = page.select("link[rel=alternate]").stream()
                .map(link -> link.attr("href"))
                .toList();
        assertEquals(three(""), feeds);
        page.select("link[rel=alternate]")
                .forEach(link -> assertTrue(anybody.get(link.attr("href"))
                        .expect(200)
                        .header("Content-Type")
                        .orElseThrow()
                        .startsWith(link.attr("type"))));
    }
}
