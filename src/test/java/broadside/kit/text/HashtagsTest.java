package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HashtagsTest {
    @ParameterizedTest
    @MethodSource
    void areFound(String text, List<String> hashtags) {
        assertEquals(hashtags, Hashtags.in(text));
    }

    static Stream<Arguments> areFound() {
        return Stream.of(
                arguments("#Tea and #coffee.", List.of("Tea", "coffee")),
                arguments("(#tea) “#coffee” -#milk", List.of("tea", "coffee", "milk")),
                arguments("one\n#two\nthree", List.of("two")),
                arguments("**#bold** _#slanted_ ~~#gone~~", List.of("bold", "slanted", "gone")),
                arguments("> #quoted\n\n- #listed", List.of("quoted", "listed")),
                arguments("#snake_case #2024x #x2024", List.of("snake_case", "2024x", "x2024")),
                arguments("#été #straße #हिन्दी #ภาษาไทย", List.of("été", "straße", "हिन्दी", "ภาษาไทย")),
                arguments("מזג אוויר #שמש, #مطر", List.of("שמש", "مطر")),
                arguments("今日は#猫 です", List.of("猫")),
                arguments("今日は＃ねこ、#犬も", List.of("ねこ", "犬も")),
                arguments("#猫#犬#らーめん", List.of("猫", "犬", "らーめん")),
                arguments("我喜欢#猫咪，也喜欢#茶。", List.of("猫咪", "茶")),
                arguments("อากาศดี#แมว", List.of("แมว")),
                arguments("오늘#고양이 #강아지", List.of("강아지")),
                arguments("#Tea #tea #TEA #ｔｅａ", List.of("Tea")),
                arguments("# Title with #tag", List.of("tag")),
                arguments("&num;tea and &#35;coffee", List.of("tea", "coffee")),
                arguments("#", List.of()),
                arguments("# Title", List.of()),
                arguments("## Title", List.of()),
                arguments("##double and #", List.of()),
                arguments("#1 #2024 #٢", List.of()),
                arguments("C# F#m a#b", List.of()),
                arguments("`#code` ``#more``", List.of()),
                arguments("```\n#include\n```", List.of()),
                arguments("    #indented", List.of()),
                arguments("http://example.com/#frag and https://example.com/猫#犬", List.of()),
                arguments("[#text](http://example.com/#frag)", List.of()),
                arguments("![#alt](http://example.com/a.png)", List.of()),
                arguments("<a href=\"#frag\">x</a>", List.of()),
                arguments("/#path &#39; &#x27; &#nope", List.of()),
                arguments("\\#escaped", List.of()),
                arguments("#" + "a".repeat(51), List.of()),
                arguments("#👍 #❤️", List.of()),
                arguments("#a😀b #𠮷野家", List.of("a", "𠮷野家")));
    }

    @Test
    void areTenAtMost() {
        String text = String.join(
                " ", IntStream.range(0, 30).mapToObj(index -> "#t" + index).toList());
        assertEquals(IntStream.range(0, 10).mapToObj(index -> "t" + index).toList(), Hashtags.in(text));
    }
}
