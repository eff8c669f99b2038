package broadside.search;

import static broadside.search.Library.anybody;
import static broadside.search.Library.hits;
import static broadside.search.Library.note;
import static broadside.search.Library.search;
import static broadside.search.Library.word;
import static broadside.search.Library.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.text.Attacks;
import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown around the words that were found: HTML with marks and nothing else. */
class SnippetTest {
    private final Client author = anybody().register();
    private final String word = word();

    @ParameterizedTest
    @CsvSource({
        "en, We were running the engines., run engine, We were <mark>running</mark> the <mark>engines</mark>",
        "fr, Les cafés d’été, cafe ete, Les <mark>cafés</mark> d’<mark>été</mark>",
        "zh, 我们研究人工智能系统，很好, 人工智能, 我们研究<mark>人工智能</mark>系统，很好",
        "zh, 我们研究人工智能系统，人人, 人, 我们研究<mark>人</mark>工智能系统，<mark>人人</mark>",
        "en, Tom & Jerry <3 \"cats\" 'n' dogs, cat dog, Tom &amp; Jerry &lt;3 &quot;<mark>cats</mark>&quot; &#39;n&#39; <mark>dogs</mark>",
        "en, covid-19 and 3.14, covid-19 3.14, <mark>covid</mark>-<mark>19</mark> and <mark>3</mark>.<mark>14</mark>"
    })
    void marksWhatWasFound(String language, String text, String typed, String snippet) {
        write(author, note(word + " " + text, language));
        var hit = hits(search(anybody(), word + " " + typed)).get(0);
        assertEquals("<mark>" + word + "</mark> " + snippet, hit.getString("snippet"));
    }

    @Test
    void aTitleIsMarkedAsAWhole() {
        write(
                author,
                new JsonObject().put("title", "On <i>" + word + "</i> & more").put("body", "x"));
        var hit = hits(search(anybody(), word)).get(0);
        assertEquals("On &lt;i&gt;<mark>" + word + "</mark>&lt;/i&gt; &amp; more", hit.getString("title"));
        assertEquals("x", hit.getString("snippet"));
    }

    @Test
    void isFoundDeepInALongText() {
        var text = "Nothing to see here, move along. ".repeat(900) + "And there was the " + word + " of engines. "
                + "Nothing more. ".repeat(500);
        write(author, new JsonObject().put("title", "Long").put("body", text).put("language", "en"));
        var snippet = hits(search(anybody(), word)).get(0).getString("snippet");
        assertTrue(snippet.contains("<mark>" + word + "</mark> of engines"), snippet);
        assertTrue(Jsoup.parse(snippet).text().length() <= 401, snippet);
    }

    @Test
    void noAttackGetsThrough() {
        var written = new AtomicInteger();
        Attacks.all().filter(attack -> attack.indexOf('\0') < 0).forEach(attack -> {
            write(
                    author,
                    new JsonObject()
                            .put("title", word + " article")
                            .put("body", attack + " " + word + " alert " + attack));
            written.incrementAndGet();
        });
        var address = Library.address(word + " or alert or img or script", "author", name(), "limit", "50");
        var seen = new AtomicInteger();
        for (var page = author.get(address).expect(200); ; ) {
            hits(page).forEach(hit -> {
                judge(hit.getString("snippet"));
                judge(hit.getString("title"));
                seen.incrementAndGet();
            });
            var next = Library.next(page);
            if (next == null) {
                break;
            }
            page = author.get(address + "&cursor=" + next).expect(200);
        }
        assertEquals(written.get(), seen.get());
    }

    private String name() {
        return author.get("/v1/me").expect(200).json().getString("username");
    }

    private static void judge(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        for (Element element : body.getAllElements()) {
            assertTrue(element.equals(body) || element.normalName().equals("mark"), html);
            assertEquals(0, element.attributesSize(), html);
            assertTrue(
                    element.parents().stream()
                            .noneMatch(parent -> parent.normalName().equals("mark")),
                    html);
        }
        assertEquals(html.split("<mark>", -1).length, html.split("</mark>", -1).length, html);
    }
}
