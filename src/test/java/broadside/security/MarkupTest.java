package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.text.Attacks;
import broadside.kit.text.HtmlJudge;
import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Known ways of getting script through Markdown end in none of the places where HTML is given out; a parser is the judge. */
@Tag("any-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkupTest {
    private static final List<String> ATTACKS =
            Attacks.all().filter(attack -> attack.indexOf('\0') < 0).toList();

    private final Server server = Server.shared();
    private final String name = Client.name();
    private Client author = server.client();

    @BeforeAll
    void write() {
        author = server.client().register(name);
        for (var attack : ATTACKS) {
            author.post("/v1/posts", new JsonObject().put("body", attack + "\n\nend"))
                    .expect(201);
        }
    }

    @Test
    void postsAreSafe() {
        int seen = 0;
        for (var path = Optional.of("/v1/accounts/" + name + "/posts?limit=100"); path.isPresent(); ) {
            var page = author.get(path.get()).expect(200).json();
            var posts = page.getJsonArray("data").stream()
                    .map(JsonObject.class::cast)
                    .toList();
            posts.forEach(post -> HtmlJudge.assertSafe(
                    author.get("/v1/posts/" + post.getString("id")).json().getString("html")));
            seen += posts.size();
            path = Optional.ofNullable(page.getJsonObject("page").getString("next"))
                    .map(cursor -> "/v1/accounts/" + name + "/posts?limit=100&cursor=" + cursor);
        }
        assertEquals(ATTACKS.size(), seen);
    }

    @Test
    void feedsAreSafe() throws Exception {
        assertEquals(ATTACKS.size(), judgeAtom("/feeds/atom/accounts/" + name + "?limit=100"));
        assertTrue(judgeRss() >= 20);
        assertTrue(judgeJson() >= 20);
    }

    private int judgeAtom(String path) throws Exception {
        var feed = xml(author.get(path).expect(200).text());
        int entries = judge(feed, "http://www.w3.org/2005/Atom", "entry", "content");
        var next = links(feed)
                .filter(link -> link.getAttribute("rel").equals("next"))
                .findFirst();
        if (next.isEmpty()) {
            return entries;
        }
        var uri = URI.create(next.get().getAttribute("href"));
        return entries + judgeAtom(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    private int judgeRss() throws Exception {
        var feed = xml(author.get("/feeds/rss/accounts/" + name).expect(200).text());
        return judge(feed, "http://purl.org/rss/1.0/modules/content/", null, "encoded");
    }

    private int judgeJson() {
        JsonArray items =
                author.get("/feeds/json/accounts/" + name).expect(200).json().getJsonArray("items");
        items.forEach(item -> HtmlJudge.assertSafe(((JsonObject) item).getString("content_html")));
        return items.size();
    }

    /** Judges the text of every such element; how many there were. */
    private static int judge(
            Document feed, String namespace, @org.jspecify.annotations.Nullable String parent, String element) {
        var nodes = feed.getElementsByTagNameNS(namespace, element);
        for (int i = 0; i < nodes.getLength(); i++) {
            assertTrue(parent == null
                    || nodes.item(i).getParentNode().getLocalName().equals(parent));
            HtmlJudge.assertSafe(nodes.item(i).getTextContent());
        }
        return nodes.getLength();
    }

    private static Stream<Element> links(Document feed) {
        var links = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link");
        return Stream.iterate(0, number -> number < links.getLength(), number -> number + 1)
                .map(number -> (Element) links.item(number));
    }

    private static Document xml(String text) throws Exception {
        var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    /** Names of things are texts; where they stand in HTML they are escaped. */
    @Test
    void titlesAndNamesAreTexts() throws Exception {
        var susan = server.client().register();
        var markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        susan.patch("/v1/me", new JsonObject().put("displayName", markup.substring(0, 25)))
                .expect(200);
        var post = susan.post(
                        "/v1/posts",
                        new JsonObject()
                                .put("title", markup)
                                .put("summary", markup)
                                .put("body", "x"))
                .expect(201)
                .json();
        assertEquals(markup, post.getString("title"));
        var username = susan.get("/v1/me").json().getString("username");
        var feed = xml(susan.get("/feeds/atom/accounts/" + username).expect(200).text());
        assertEquals(0, feed.getElementsByTagName("script").getLength());
        assertFalse(susan.get("/feeds/rss/accounts/" + username).text().contains("<script"));
        var titles = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "title");
        var title = (Element) titles.item(titles.getLength() - 1);
        assertEquals(
                markup,
                title.getAttribute("type").equals("html")
                        ? org.jsoup.Jsoup.parse(title.getTextContent()).text()
                        : title.getTextContent());
    }

    @Test
    void aBiographyIsSafe() {
        var susan = server.client().register();
        for (var attack : ATTACKS) {
            if (attack.length() <= 500) {
                var me = susan.patch("/v1/me", new JsonObject().put("bio", attack));
                HtmlJudge.assertSafe(me.expect(200).json().getString("bioHtml", ""));
            }
        }
    }
}
