package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads HTML as a browser would and knows what may be in it. */
public final class HtmlJudge {
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "code",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "em",
            "strong",
            "del",
            "b",
            "i",
            "s",
            "sub",
            "sup",
            "kbd",
            "input");

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final Map<String, Pattern> ATTRIBUTES = Map.ofEntries(
            Map.entry("a href", Pattern.compile("(?i)(https?://|mailto:)[^\\s\"<>]+")),
            Map.entry("a rel", Pattern.compile("nofollow noopener ugc")),
            Map.entry("a title", ANY),
            Map.entry("img src", Pattern.compile("(?i)https?://[^\\s\"<>]+")),
            Map.entry("img alt", ANY),
            Map.entry("img title", ANY),
            Map.entry("code class", Pattern.compile("language-[^\\s\"'<>=]+")),
            Map.entry("th align", Pattern.compile("left|center|right")),
            Map.entry("td align", Pattern.compile("left|center|right")),
            Map.entry("ol start", Pattern.compile("[0-9]+")),
            Map.entry("input type", Pattern.compile("checkbox")),
            Map.entry("input disabled", Pattern.compile("")),
            Map.entry("input checked", Pattern.compile("")));

    private HtmlJudge() {}

    public static void assertSafe(String html) {
        Document page = Jsoup.parse("<div id=frame>" + html + "</div><p id=after></p>");
        assertEquals(page.body(), page.expectFirst("#after").parent(), "closes what is not its own: " + html);
        page.expectFirst("#frame").childNodes().forEach(node -> judge(node, html));
        assertTrue(page.head().childNodes().isEmpty() && page.body().childNodeSize() == 2, html);
    }

    private static void judge(Node node, String html) {
        assertTrue(!(node instanceof DataNode), html);
        assertTrue(!(node instanceof Comment comment) || comment.getData().isBlank(), html);
        if (node instanceof Element element) {
            assertTrue(ELEMENTS.contains(element.normalName()), () -> element.tagName() + " in " + html);
            element.attributes().forEach(attribute -> judge(element, attribute, html));
            assertTrue(!element.normalName().equals("input") || element.hasAttr("disabled"), html);
            assertTrue(!element.normalName().equals("a") || element.hasAttr("rel"), html);
        }
        node.childNodes().forEach(child -> judge(child, html));
    }

    private static void judge(Element element, Attribute attribute, String html) {
        Pattern allowed = ATTRIBUTES.get(element.normalName() + " " + attribute.getKey());
        assertTrue(allowed != null && allowed.matcher(attribute.getValue()).matches(), () -> attribute + " in " + html);
    }
}
