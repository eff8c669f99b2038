package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final String PLACE = "https://b.example/";

    /** Everybody there is, by key. */
    private static final Map<String, String> PEOPLE = Stream.of(
                    "susan",
                    "susan.",
                    "j.r-doe_x",
                    "zoë",
                    "сергей",
                    "小明明",
                    "さくら",
                    "हिन्दी",
                    "end_",
                    "mid",
                    "example.com")
            .collect(Collectors.toMap(CaseFold::key, name -> PLACE + name));

    private static Mentions linked(String text) {
        return Mentions.in(text);
    }

    @ParameterizedTest
    @MethodSource
    void areFound(String text, List<String> names) {
        assertEquals(names, linked(text).link(PEOPLE));
    }

    static Stream<Arguments> areFound() {
        return Stream.of(
                arguments("@susan and @Zoë", List.of("susan", "zoë")),
                arguments("@SUSAN, @susan: (@ｓｕｓａｎ) ＠susan", List.of("susan")),
                arguments("“@susan” @j.r-doe_x… cc:@zoë", List.of("susan", "j.r-doe_x", "zoë")),
                arguments("@susan.", List.of("susan.")),
                arguments("@zoë... @zoë-", List.of("zoë")),
                arguments("@susan's and @susan’s", List.of("susan")),
                arguments("one\n@susan\nthree", List.of("susan")),
                arguments("**@susan** _@zoë_ ~~@mid~~ *@сергей*", List.of("susan", "zoë", "mid", "сергей")),
                arguments("@end_ and _@mid_", List.of("end_", "mid")),
                arguments(
                        "> @susan\n\n- @zoë\n\n# @mid\n\n| a |\n|-|\n| @сергей |",
                        List.of("susan", "zoë", "mid", "сергей")),
                arguments("今日は@小明明と@さくら", List.of("小明明", "さくら")),
                arguments("你好@小明明！", List.of("小明明")),
                arguments("@小明明你好 @susan今天", List.of("小明明", "susan")),
                arguments("@हिन्दी @СЕРГЕЙ", List.of("हिन्दी", "сергей")),
                arguments("@nobody @su @susanna @susan_b", List.of()),
                arguments("\\@susan &#64;susan", List.of()),
                arguments("`@susan`\n\n    @susan\n\n```\n@susan\n```", List.of()),
                arguments("[@susan](https://x.example) ![@susan](https://x.example/y.png)", List.of()),
                arguments("<a href='https://x.example'>@susan</a> <code>@susan</code> @zoë", List.of("zoë")),
                arguments("<div>\n@susan\n</div>", List.of()),
                arguments("me@susan.example me.@susan you+@susan first_@example.com", List.of()),
                arguments("用户@example.com été@susan x@susan 1@susan", List.of()),
                arguments("@susan@example.com @susan@ @@susan", List.of()),
                arguments("https://x.example/@susan https://x.example/?by=@susan x.example/@susan", List.of()));
    }

    private static String html(String text) {
        var mentions = linked(text);
        mentions.link(PEOPLE);
        return mentions.render().html();
    }

    private static String link(String name, String shown) {
        return "<a href=\"" + PLACE + name + "\" rel=\"nofollow noopener ugc\">" + shown.replace("@", "&#64;") + "</a>";
    }

    @ParameterizedTest
    @MethodSource
    void areLinked(String text, String html) {
        assertEquals("<p>" + html + "</p>\n", html(text));
    }

    static Stream<Arguments> areLinked() {
        return Stream.of(
                arguments("Hi @Susan!", "Hi " + link("susan", "@Susan") + "!"),
                arguments("@zoë. @zoë", link("zoë", "@zoë") + ". " + link("zoë", "@zoë")),
                arguments("@end_ x", link("end_", "@end_") + " x"),
                arguments("@小明明你好", link("小明明", "@小明明") + "你好"),
                arguments("**@mid**", "<strong>" + link("mid", "@mid") + "</strong>"),
                arguments("@nobody_here _x_", "&#64;nobody_here <em>x</em>"));
    }

    /** Whatever has no mention is rendered as ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to first.last@example.com or x_y@example.com",
                "[@susan](https://x.example) and ![@susan](https://x.example/y.png)",
                "https://x.example/@susan",
                "`@susan` \\@susan @nobody @ @. @1x",
                "<a href='https://x.example'>@susan</a>"
            })
    void theRestStays(String text) {
        assertEquals(Markdown.render(text).html(), html(text));
        var mentions = linked(text);
        mentions.link(PEOPLE);
        assertEquals(Markdown.render(text).excerpt(), mentions.render().excerpt());
    }

    @Test
    void twentyAtMost() {
        var names = IntStream.range(100, 125).mapToObj(number -> "n" + number).toList();
        var people = names.stream().collect(Collectors.toMap(name -> name, name -> PLACE + name));
        var mentions = linked("@" + String.join(" @", names) + " @n100");
        assertEquals(names.subList(0, 20), mentions.link(people));
        assertEquals(21, mentions.render().html().split("<a ", -1).length - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@a", "@abc ", "@_", "@今", "@今日は", "@a.", "_@a", "[@a", "<a>@a", "@a@"})
    void anyTextIsReadInTime(String piece) {
        var text = piece.repeat(100_000 / piece.length());
        var started = System.nanoTime();
        var mentions = linked(text);
        assertTrue(mentions.names().size() <= 500);
        mentions.link(PEOPLE);
        mentions.render();
        assertTrue(System.nanoTime() - started < 20_000_000_000L, "it took seconds");
    }
}
