package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownAttackTest {
    static Stream<String> attacks() {
        return Attacks.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leavesNothingButTheAllowList(String attack) {
        HtmlJudge.assertSafe(Markdown.render(attack).html());
        HtmlJudge.assertSafe(Markdown.render("text " + attack + " text").html());
        HtmlJudge.assertSafe(Markdown.render("> - " + attack + "\n\n| a |\n|---|\n| " + attack + " |\n")
                .html());
    }

    @Test
    void leavesNothingElseOfMixedAttacks() {
        List<String> attacks = Attacks.all().toList();
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder mixed = new StringBuilder();
            for (int part = 0; part < 4; part++) {
                String attack = attacks.get(random.nextInt(attacks.size()));
                int from = random.nextInt(attack.length());
                mixed.append(attack, from, from + random.nextInt(attack.length() - from) + 1);
            }
            HtmlJudge.assertSafe(Markdown.render(mixed.toString()).html());
        }
    }

    @Test
    void hasManyAttacks() {
        assertTrue(Attacks.all().distinct().count() >= 100);
    }

    /** The judge itself must not let anything pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=/x>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=http://a.example>x</a>",
                "<p id=x>x</p>",
                "<code class=x>x</code>",
                "<input type=text>",
                "<!--[if IE]>x-->",
                "</div><b>x</b>",
                "<style>x</style>",
                "<svg></svg>"
            })
    void isJudgedStrictly(String html) {
        assertThrows(AssertionError.class, () -> HtmlJudge.assertSafe(html));
    }
}
