package broadside.search;

import static broadside.search.Library.address;
import static broadside.search.Library.anybody;
import static broadside.search.Library.encoded;
import static broadside.search.Library.found;
import static broadside.search.Library.word;
import static broadside.search.Library.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.text.Attacks;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, it means something or nothing, and is no error. */
class HardQueriesTest {
    private static final String PIECES =
            "a B 9 ß İ é \" ' - -- + & | ! ( ) < > : * \\ / % _ ? $1 ; = , . ~ ^ @ # or OR and not <-> :* 人 工智 ไทย 한 ١ 🔥 \u200D \u0301 \u0001 \u0004 \t \n [ ] { } =tag:x";

    @Test
    void noTextIsASyntaxError() {
        var random = new Random(20_261_125);
        var pieces = PIECES.split(" ");
        var typed = Stream.generate(() -> random.ints(1 + random.nextInt(12), 0, pieces.length)
                        .mapToObj(piece -> pieces[piece] + (random.nextBoolean() ? " " : ""))
                        .reduce("", String::concat))
                .filter(text -> !text.isBlank())
                .limit(300);
        Stream.concat(typed, Attacks.all().filter(text -> text.indexOf('\0') < 0))
                .forEach(text -> {
                    anybody().get(address(text)).expect(200);
                    anybody()
                            .get("/v1/search/accounts?q=" + encoded(cut(text, 80)))
                            .expect(200);
                    anybody().get("/v1/search/tags?q=" + encoded(cut(text, 50))).expect(200);
                });
    }

    private static String cut(String text, int length) {
        var cut = text.codePoints()
                .limit(length)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return cut.isBlank() ? "x" : cut;
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "\"\"", "-", "\"", "- - -", "...", "🔥", "=tag:x", "'", "\u0301"})
    void whatHoldsNoWordFindsNothing(String text) {
        write(anybody().register(), Library.tagged("x", "x"));
        assertEquals(
                List.of(),
                found(anybody(), text).stream()
                        .limit(text.equals("=tag:x") ? 0 : 1)
                        .toList());
    }

    @Test
    void filtersCannotBeTyped() {
        var word = word();
        write(anybody().register(), Library.tagged("nothing", word));
        var none = word + " -\"" + word + "\"";
        assertEquals(List.of(), found(anybody(), none));
        assertEquals(List.of(), found(anybody(), "\"=kind:note\" -" + word + " " + word));
    }

    @Test
    void theLongestQueriesAreAnswered() {
        var words = "engine ".repeat(142);
        for (var text : List.of(
                words,
                "a ".repeat(499),
                "\"" + "to be ".repeat(160) + "\"",
                "人".repeat(900),
                "a or ".repeat(199) + "b",
                "-a ".repeat(333),
                "\"a b\" ".repeat(160))) {
            var reply = anybody().get(address(text));
            assertTrue(reply.status() == 200 || reply.status() == 414, text + reply.text());
        }
        anybody().get(address(words)).expect(200);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        var reply = anybody()
                .get("/v1/search/posts?q=&kind=poem&limit=0&cursor=x&since=1&colour=red")
                .expect(400);
        assertEquals("format", reply.violation("?q"));
        assertEquals("enum", reply.violation("?kind"));
        assertEquals("range", reply.violation("?limit"));
        assertEquals("unknown", reply.violation("?colour"));
        assertEquals("required", anybody().get("/v1/search/posts").expect(400).violation("?q"));
        assertEquals(
                "format", anybody().get("/v1/search/posts?q=+%09").expect(400).violation("?q"));
        assertEquals(
                "format", anybody().get(address("x".repeat(1_001))).expect(400).violation("?q"));
        assertEquals(
                "required", anybody().get("/v1/search/accounts").expect(400).violation("?q"));
        assertEquals("required", anybody().get("/v1/search/tags").expect(400).violation("?q"));
        anybody().get("/v1/search/posts?q=%00").expect(400);
        anybody().get("/v1/search/posts?q=%ff").expect(400);
        anybody().get("/v1/search/posts?q=x&cursor=AAAA").expect(400);
        anybody().get("/v1/search/tags?q=x&cursor=AAAA").expect(400);
    }
}
