package broadside.post;

import static broadside.post.Desk.article;
import static broadside.post.Desk.note;
import static broadside.post.Desk.tags;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
    private final Client author = Desk.author();

    @Test
    void aNoteNeedsNoMoreThanABody() {
        var reply = written(author, note("Good *morning*, #Engines!\n"));
        var post = reply.json();
        assertEquals(
                "/v1/posts/" + post.getString("id"), reply.header("Location").orElseThrow());
        assertTrue(reply.etag().startsWith("\"0-"));
        assertEquals("note", post.getString("kind"));
        assertEquals("Good *morning*, #Engines!\n", post.getString("body"));
        assertEquals("<p>Good <em>morning</em>, #Engines!</p>\n", post.getString("html"));
        assertEquals("Good morning, #Engines!", post.getString("excerpt"));
        assertEquals("published", post.getString("status"));
        assertEquals("public", post.getString("visibility"));
        assertEquals(post.getString("createdAt"), post.getString("publishedAt"));
        assertEquals(List.of("Engines"), tags(reply));
        assertNull(post.getString("slug"));
    }

    @Test
    void anArticleHasEverything() {
        var name = Client.name();
        var draft = article("The Analytical Engine " + name, "# It\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
                .put("summary", "What it can do.")
                .put("language", "zh-hant-tw")
                .put("tags", new JsonArray(List.of("Difference Engine", "c++", "DIFFERENCE-ENGINE")))
                .put("coverUrl", "https://images.example.org/engine.jpg")
                .put("visibility", "private");
        var reply = written(author, draft);
        var post = reply.json();
        assertEquals("article", post.getString("kind"));
        assertEquals("the-analytical-engine-" + name, post.getString("slug").replace("--", "-"));
        assertEquals("What it can do.", post.getString("summary"));
        assertEquals("zh-Hant-TW", post.getString("language"));
        assertEquals(List.of("Difference Engine", "c++"), tags(reply));
        assertEquals("https://images.example.org/engine.jpg", post.getString("coverUrl"));
        assertTrue(post.getString("html").contains("<table>"), post.getString("html"));
        assertEquals(post, author.get(Desk.path(reply)).expect(200).json());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var draft = new JsonObject()
                .put("title", "two\nlines")
                .put("body", " \u200b\n")
                .put("summary", 7)
                .put("language", "not a language")
                .put("tags", new JsonArray(List.of("fine", "", "!!!", "x".repeat(51))))
                .put("coverUrl", "javascript:alert(1)")
                .put("status", "gone")
                .put("visibility", "nobody")
                .put("publishAt", "tomorrow")
                .put("colour", "red");
        var reply = author.post("/v1/posts", draft).expect(400);
        assertEquals("validation", reply.problem());
        assertEquals("invisible", reply.violation("/title"));
        assertEquals("invisible", reply.violation("/body"));
        assertEquals("type", reply.violation("/summary"));
        assertEquals("format", reply.violation("/language"));
        assertEquals("too-short", reply.violation("/tags/1"));
        assertEquals("format", reply.violation("/tags/2"));
        assertEquals("too-long", reply.violation("/tags/3"));
        assertEquals("format", reply.violation("/coverUrl"));
        assertEquals("enum", reply.violation("/status"));
        assertEquals("enum", reply.violation("/visibility"));
        assertEquals("format", reply.violation("/publishAt"));
        assertEquals("unknown", reply.violation("/colour"));
    }

    @Test
    void aNoteHasNoSummaryAndNoCover() {
        var draft = note("short").put("summary", "shorter").put("coverUrl", "https://example.org/a.png");
        var reply = author.post("/v1/posts", draft).expect(400);
        assertEquals("not-allowed", reply.violation("/summary"));
        assertEquals("not-allowed", reply.violation("/coverUrl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title", "summary", "language", "tags", "coverUrl", "status", "publishAt", "visibility", "body"})
    void nothingIsNull(String member) {
        var reply = author.post("/v1/posts", note("text").putNull(member)).expect(400);
        assertEquals("required", reply.violation("/" + member));
    }

    @Test
    void lengthsAreCodePoints() {
        written(author, note("😀".repeat(1_000)));
        assertEquals(
                "too-long",
                author.post("/v1/posts", note("😀".repeat(1_001))).expect(400).violation("/body"));
        written(author, article("😀x".repeat(100), "text"));
        var title = article("😀".repeat(201), "text");
        assertEquals("too-long", author.post("/v1/posts", title).expect(400).violation("/title"));
        assertEquals(
                "too-short",
                author.post("/v1/posts", article("", "text")).expect(400).violation("/title"));
        assertEquals("too-short", author.post("/v1/posts", note("")).expect(400).violation("/body"));
        assertEquals(
                "required",
                author.post("/v1/posts", new JsonObject()).expect(400).violation("/body"));
    }

    @Test
    void theLongestArticleIsKeptAsItIs() {
        var body = "𝔄".repeat(99_992) + "\r\n\t end ";
        var escaped = new StringBuilder("{\"title\":\"Long\",\"body\":\"");
        body.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
        var reply =
                author.send("POST", "/v1/posts", Buffer.buffer(escaped + "\"}")).expect(201);
        assertEquals(body, reply.json().getString("body"));
        assertEquals(body, author.get(Desk.path(reply)).expect(200).json().getString("body"));
        var longer = article("Longer", "x".repeat(100_001));
        assertEquals("too-long", author.post("/v1/posts", longer).expect(400).violation("/body"));
    }

    @Test
    void aLongTextIsRenderedLikeAShortOne() {
        var reply = written(author, article("Rendered elsewhere", "*word* ".repeat(1_000)));
        assertTrue(reply.json().getString("html").startsWith("<p><em>word</em> <em>word</em>"));
        assertEquals(5, reply.json().getInteger("readingMinutes"));
    }

    @Test
    void tagsOfANoteComeFromItsTextToo() {
        var given = note("#b #C and #d #e #f #g #h #i #j #k #l").put("tags", new JsonArray(List.of("a", "c")));
        assertEquals(List.of("a", "c", "b", "d", "e", "f", "g", "h", "i", "j"), tags(written(author, given)));
        assertEquals(List.of("Straße"), tags(written(author, note("#Straße and #STRASSE"))));
        assertEquals(List.of(), tags(written(author, article("No hashtags here", "#b"))));
        var eleven = note("x").put("tags", new JsonArray(List.of("a b c d e f g h i j k".split(" "))));
        assertEquals("too-long", author.post("/v1/posts", eleven).expect(400).violation("/tags"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Příliš žluťoučký kůň úpěl ďábelské ódy",
                "Съешь же ещё этих мягких французских булок",
                "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία",
                "天长雁影稀，月落山容瘦 #秋",
                "いろはにほへと ちりぬるを ｶﾞ が が",
                "다람쥐 헌 쳇바퀴에 타고파",
                "نص حكيم له سر قاطع وذو شأن عظيم",
                "דג סקרן שט בים מאוכזב",
                "ऋषियों को सताने वाले दुष्ट राक्षसों",
                "เป็นมนุษย์สุดประเสริฐเลิศคุณค่า",
                "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u202eabc\u202c \u00ad 𝒳",
                "'); drop table post; -- ? $1 \\ \" <script>alert(1)</script> &amp; %s {0}",
                "  two leading blanks,\r\n\ttabs and trailing ones  \n\n"
            })
    void everyTextComesBackAsItWasSent(String text) {
        var reply = written(author, note(text));
        assertEquals(text, reply.json().getString("body"));
        assertEquals(text, author.get(Desk.path(reply)).expect(200).json().getString("body"));
        var title = text.strip();
        var article = title.contains("\n") ? reply : written(author, article(title, text));
        assertEquals(text, author.get(Desk.path(article)).expect(200).json().getString("body"));
    }

    @Test
    void markupIsMadeSafe() {
        var html = written(author, note("<script>alert(1)</script><b onclick=\"x()\">bold</b>\n\n[x](javascript:x)"))
                .json()
                .getString("html");
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("onclick"), html);
        assertFalse(html.contains("href"), html);
        assertTrue(html.contains("<b>bold</b>"), html);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        var noncharacter = author.post("/v1/posts", note("a\ufdd0b")).expect(400);
        assertEquals("well-formed", noncharacter.violation("/body"));
        var nul = author.send("POST", "/v1/posts", Buffer.buffer("{\"body\":\"a\\u0000b\"}"))
                .expect(400);
        assertEquals("well-formed", nul.violation("/body"));
        var half = author.send("POST", "/v1/posts", Buffer.buffer("{\"body\":\"a\\ud800b\"}"))
                .expect(400);
        assertEquals("well-formed", half.violation("/body"));
    }

    @Test
    void onlyAuthorsWrite() {
        assertEquals(
                "unauthenticated",
                Desk.anybody().post("/v1/posts", note("x")).expect(401).problem());
        assertEquals(
                "forbidden",
                Desk.withRole("reader").post("/v1/posts", note("x")).expect(403).problem());
    }

    @Test
    void aTokenThatOnlyReadsDoesNotWrite() {
        var asked = new JsonObject().put("name", "reader").put("scopes", new JsonArray(List.of("read")));
        var token = author.post("/v1/tokens", asked).expect(201).json().getString("token");
        var reading = author.with(token);
        assertEquals(
                "insufficient-scope",
                reading.post("/v1/posts", note("x")).expect(403).problem());
        reading.get("/v1/me/posts").expect(200);
    }

    @Test
    void aBodyIsJsonOfAModestSize() {
        assertEquals(
                "malformed-json",
                author.send("POST", "/v1/posts", Buffer.buffer("{")).expect(400).problem());
        author.send("POST", "/v1/posts", note("x").toBuffer(), "Content-Type", "text/plain")
                .expect(415);
        author.post("/v1/posts", note("x"), "Accept", "text/html").expect(406);
        author.post("/v1/posts", note("x".repeat(1_400_000))).expect(413);
    }
}
