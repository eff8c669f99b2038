package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of up to 100,000 code points made to exhaust stack, memory or time. */
@Tag("any-server")
class MarkdownLimitsTest {
    private static final int LENGTH = 100_000;
    private static final int SMALL_STACK = 256 * 1024;
    /** Against hanging; what takes time at all takes a small part of a second. */
    private static final long DEADLINE_MILLISECONDS = 30_000;
    /** What is left of a source that would outgrow the limit is text: at most 10 characters for each. */
    private static final int MAX_HTML_LENGTH = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                "- ",
                "1. ",
                "> - ",
                "- > 1. ",
                "- [ ] ",
                "# ",
                "#",
                "\t",
                "    a\n",
                ">\n\n",
                "-\n",
                "a\n",
                "[",
                "![",
                "![[[[",
                "]",
                "[]",
                "[a](",
                "[a](<b",
                "[a](b 'c",
                "[a]: b\n",
                "[a]: <",
                "[a\n",
                "](",
                "[a][b]",
                "*a ",
                "_a ",
                "**a ",
                "*a **a ",
                "*_",
                "~~",
                "~~a ",
                "a**b c* ",
                "**x [a*b**c*](d) ",
                "*a_",
                "![*",
                "`",
                "`` ",
                "\\",
                "&",
                "&#",
                "&amp",
                "<",
                "<a ",
                "<a b=",
                "<a b='",
                "<!--",
                "<?",
                "<!A",
                "<![CDATA[",
                "<b>",
                "<blockquote>",
                "<table><tr><td>",
                "<ul><li>",
                "</p>",
                "<script>",
                "<svg><math>",
                "<a href='",
                "http://",
                "http://a(",
                "www.",
                "a@",
                "a@b.",
                "a.",
                "mailto:",
                "|",
                "|a",
                "||\n",
                "a|b\n",
                "```\n",
                "a\n=\n",
                "{",
                "=",
                "\"",
                " ",
                "\n",
                "a  \n",
                "𠮷",
                "\uDBFF\uDFFD",
                "ก\u0E38",
                "猫。",
                "👩‍👩‍👧 ",
                "\u0301"
            })
    void repetition(String unit) {
        assertBounded(unit.repeat(LENGTH / WellFormed.codePoints(unit)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void structure(String name, String source) {
        assertTrue(WellFormed.codePoints(source) <= LENGTH, () -> name + " " + WellFormed.codePoints(source));
        assertBounded(source);
    }

    static Stream<Arguments> structure() {
        return Stream.of(
                arguments("nested brackets", "[".repeat(49_000) + "a" + "]".repeat(49_000)),
                arguments("nested links", "[".repeat(16_000) + "a" + "](b)".repeat(16_000)),
                arguments("nested images", "![".repeat(16_000) + "a" + "](b)".repeat(16_000)),
                arguments("nested emphasis", "*a ".repeat(16_000) + "a* ".repeat(16_000)),
                arguments("nested strong", "*".repeat(49_000) + "a" + "*".repeat(49_000)),
                arguments("nested strikethrough", "~~a ".repeat(12_000) + "a~~ ".repeat(12_000)),
                arguments("backticks", counted(440, index -> "`".repeat(index + 1) + "a ")),
                arguments("deep list", counted(440, index -> "  ".repeat(index / 2) + "- a\n")),
                arguments("deep quotes", (">".repeat(98) + "a\n").repeat(1_000)),
                arguments("quotes again and again", (">".repeat(63) + "\n\n").repeat(1_500)),
                arguments("lazy lines", ">".repeat(99) + "a\n".repeat(49_000)),
                arguments("wide table", "|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "|b".repeat(10_000)),
                arguments("table", "|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "|b\n".repeat(19_000)),
                arguments(
                        "tables",
                        ("|a".repeat(100) + "\n" + "|-".repeat(100) + "\n" + "|b\n".repeat(99) + "\n").repeat(140)),
                arguments("aligned table", "|a".repeat(30) + "\n" + "|-:".repeat(30) + "\n" + "|b\n".repeat(3_000)),
                arguments("long link", "[a]: http://x/" + "y".repeat(49_000) + "\n\n" + "[a]".repeat(16_000)),
                arguments("growing link", "[a]: http://x/" + "=".repeat(1_000) + "\n\n" + "[a]".repeat(900)),
                arguments("long title", "[a]: x '" + "y".repeat(49_000) + "'\n\n" + "[a]".repeat(16_000)),
                arguments("definitions", counted(9_000, index -> "[" + index + "]: b\n")),
                arguments("attributes", "<a" + " a".repeat(49_000) + ">"),
                arguments("attributes of a block", "<div" + " a='b'".repeat(16_000) + ">"),
                arguments("long attribute", "<a href='" + "b".repeat(99_000) + "'>"),
                arguments("long element", "<" + "a".repeat(99_000) + ">"),
                arguments("long address", "http://" + "a.".repeat(49_000)),
                arguments("long mailbox", "a.".repeat(24_000) + "@" + "b.".repeat(24_000)),
                arguments("long entity", "&" + "a".repeat(99_000) + ";"),
                arguments("closed heading", "# a" + " #".repeat(49_000)),
                arguments("break", "* ".repeat(49_000) + "a"),
                arguments("delimiters", counted(650, index -> "*_~[x] ".repeat(index % 40 + 1) + "www.\n")),
                arguments("links that are none", "![{".repeat(10_000) + "<x[x] ".repeat(5_000) + "]*](".repeat(9_000)),
                arguments("open tags", "<p>a\n\n<td>b".repeat(8_000)),
                arguments("marks", "a" + "\u0301".repeat(99_999)));
    }

    @Test
    void staysPlainBelowTheDeepest() {
        String html = assertBounded(">".repeat(1_000) + "deep").html();
        assertTrue(Jsoup.parse(html).select("blockquote").size() > 20);
        assertTrue(Jsoup.parse(html).text().endsWith(">deep"));
    }

    @Test
    void isShownAsWrittenBeyondTheLimits() {
        String link = "[a]: http://x/" + "y".repeat(49_000) + "\n\n" + "[a]".repeat(1_000);
        assertEquals(
                link,
                Jsoup.parse(assertBounded(link).html()).select("pre > code").text());
        String table = "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|b\n".repeat(1_000);
        assertEquals(
                1, Jsoup.parse(assertBounded(table).html()).select("pre > code").size());
    }

    @Test
    void readsNoParagraphOfDelimitersOnly() {
        assertEquals(
                0,
                Jsoup.parse(assertBounded("*a* ".repeat(20_000)).html())
                        .select("em")
                        .size());
        assertEquals(
                2_000,
                Jsoup.parse(assertBounded("*a* ".repeat(2_000)).html())
                        .select("em")
                        .size());
        assertEquals(
                10_000,
                Jsoup.parse(assertBounded("*a*\n\n".repeat(10_000)).html())
                        .select("em")
                        .size());
    }

    @Test
    void showsTooManyTagsAsWritten() {
        assertEquals(
                1_000,
                Jsoup.parse(assertBounded("<b>a</b>\n\n".repeat(1_000)).html())
                        .select("b")
                        .size());
        String html = assertBounded("<b>a</b>\n\n".repeat(3_000)).html();
        assertTrue(Jsoup.parse(html).select("b").isEmpty()
                && Jsoup.parse(html).text().startsWith("<b>a</b>"));
    }

    @Test
    void keepsLargeTablesOfPeople() {
        String table = "|a|b|c|d|e|f|g|h|\n" + "|-".repeat(8) + "|\n" + "|1|2|3|4|5|6|7|8|\n".repeat(5_000);
        assertEquals(
                5_001, Jsoup.parse(assertBounded(table).html()).select("tr").size());
    }

    /** Renders on a small stack, for nobody knows how deep the caller's is. */
    private static Rendered assertBounded(String source) {
        AtomicReference<@Nullable Rendered> rendered = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> rendered.set(Markdown.render(source)), "small stack", SMALL_STACK);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((same, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join(DEADLINE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        assertEquals(null, failure.get());
        assertNotNull(rendered.get(), "still running");
        assertTrue(rendered.get().html().length() <= MAX_HTML_LENGTH);
        assertTrue(WellFormed.codePoints(rendered.get().excerpt()) <= Markdown.EXCERPT_LENGTH);
        return rendered.get();
    }

    private static String counted(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }
}
