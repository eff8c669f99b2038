package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    @ParameterizedTest
    @MethodSource
    void rendersCommonMarkAndItsExtensions(String markdown, String html) {
        assertEquals(shape(html), shape(Markdown.render(markdown).html()));
    }

    static Stream<Arguments> rendersCommonMarkAndItsExtensions() {
        return Stream.of(
                arguments("", ""),
                arguments("*a* **b** `c` ~~d~~", "<p><em>a</em> <strong>b</strong> <code>c</code> <del>d</del></p>"),
                arguments("# a\n###### f", "<h1>a</h1><h6>f</h6>"),
                arguments("> a\n\n---", "<blockquote><p>a</p></blockquote><hr>"),
                arguments("a  \nb", "<p>a<br>b</p>"),
                arguments("3. a\n4. b", "<ol start=3><li>a</li><li>b</li></ol>"),
                arguments("```java\nint i;\n```", "<pre><code class='language-java'>int i;\n</code></pre>"),
                arguments("```c++\nint x;\n```", "<pre><code class='language-c++'>int x;\n</code></pre>"),
                arguments(
                        "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
                        "<table><thead><tr><th align=left>a</th><th align=center>b</th><th align=right>c</th></tr></thead>"
                                + "<tbody><tr><td align=left>1</td><td align=center>2</td><td align=right>3</td></tr></tbody></table>"),
                arguments(
                        "- [x] done\n- [ ] to do",
                        "<ul><li><input type=checkbox disabled checked> done</li><li><input type=checkbox disabled> to do</li></ul>"),
                arguments("[猫](https://example.com/猫 \"t\")", "<p>" + link("https://example.com/猫", "t", "猫") + "</p>"),
                arguments(
                        "https://example.com", "<p>" + link("https://example.com", "", "https://example.com") + "</p>"),
                arguments("a@example.com", "<p>" + link("mailto:a@example.com", "", "a@example.com") + "</p>"),
                arguments(
                        "![alt](http://example.com/a.png \"t\")",
                        "<p><img src=http://example.com/a.png alt=alt title=t></p>"),
                arguments("[relative](/a) [fragment](#a) [other](//a.b)", "<p>relative fragment other</p>"),
                arguments("H<sub>2</sub>O <b>x</b> <span onclick=y>z</span>", "<p>H<sub>2</sub>O <b>x</b> z</p>"),
                arguments("<div>\n\n*a*\n\n</div>", "<p><em>a</em></p>"),
                arguments("a < b & c &amp; &copy;", "<p>a &lt; b &amp; c &amp; ©</p>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今日は**いい**天気",
                "我们去*公园*吧",
                "नमस्ते **दुनिया**",
                "مرحبا **بالعالم**",
                "שלום \u200F*עולם*",
                "สวัสดี**ชาวโลก**",
                "👩‍👩‍👧 **👍🏽** 𠮷",
                "{{x}} `{{y}}`",
                "e\u0301 **ก\u0E38\u0E48**"
            })
    void keepsTheTextOfEveryScript(String markdown) {
        assertEquals(
                markdown.replaceAll("[*`]", ""),
                Jsoup.parse(Markdown.render(markdown).html()).wholeText().strip());
        assertEquals(markdown.replaceAll("[*`]", ""), Markdown.render(markdown).excerpt());
    }

    @Test
    void writesCharactersBeyondSixteenBitsAsTheyAre() {
        assertEquals(
                "<p>𠮷 👍 &amp;#x1f44d;</p>\n",
                Markdown.render("𠮷 👍 &amp;#x1f44d;").html());
    }

    @ParameterizedTest
    @MethodSource
    void hasAnExcerptWithoutMarkup(String markdown, String excerpt) {
        assertEquals(excerpt, Markdown.render(markdown).excerpt());
    }

    static Stream<Arguments> hasAnExcerptWithoutMarkup() {
        return Stream.of(
                arguments("# Title\n\n*a* **b**\nc", "Title a b c"),
                arguments("- [x] one\n- two\n\n> three", "one two three"),
                arguments("|a|b|\n|-|-|\n|c|d|", "a b c d"),
                arguments("in`ter`nal un<b>brok</b>en", "internal unbroken"),
                arguments("[text](http://example.com) ![a cat](http://example.com/c.png)", "text a cat"),
                arguments("```\ncode &amp; more\n```", "code &amp; more"),
                arguments("a<script>alert(1)</script>b<!-- c -->", "ab"),
                arguments("x ".repeat(300), "x ".repeat(139) + "x…"));
    }

    @Test
    void estimatesTheReadingTime() {
        assertEquals(1, Markdown.render("").readingMinutes());
        assertEquals(5, Markdown.render("**word** ".repeat(1000)).readingMinutes());
        assertEquals(20, Markdown.render("猫".repeat(10_000)).readingMinutes());
    }

    private static String link(String href, String title, String text) {
        String attribute = title.isEmpty() ? "" : " title='" + title + "'";
        return "<a href='" + href + "'" + attribute + " rel='nofollow noopener ugc'>" + text + "</a>";
    }

    private static String shape(String html) {
        return shape(Jsoup.parse(html).body()).toString();
    }

    /** The tree a browser makes of it: neither the order of attributes nor blanks between blocks matter. */
    private static List<Object> shape(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        List<Object> shape = new ArrayList<>(List.of(element.tagName(), attributes));
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner) {
                shape.add(shape(inner));
            } else if (child instanceof TextNode text && !text.isBlank()) {
                shape.add(text.getWholeText().strip());
            }
        }
        return shape;
    }
}
