package broadside.kit.text;

import static broadside.kit.text.Name.Violation.CHARACTERS;
import static broadside.kit.text.Name.Violation.FIRST_LETTER;
import static broadside.kit.text.Name.Violation.INVISIBLE;
import static broadside.kit.text.Name.Violation.SINGLE_SCRIPT;
import static broadside.kit.text.Name.Violation.TOO_LONG;
import static broadside.kit.text.Name.Violation.TOO_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "Alice_42",
                "a.b-c_d",
                "josé",
                "jose\u0301",
                "Adébáyọ̀",
                "straße",
                "ключ",
                "Ελένη",
                "राम_१",
                "राम_1",
                "প্রিয়া",
                "தமிழ்",
                "สมชาย",
                "猫ねこネコ",
                "らーめん",
                "山田々",
                "李明ㄅ",
                "김철수金",
                "محمد٣",
                "دانیال",
                "יוסף",
                "Դավիթ",
                "გიორგი",
                "か\u3099く_1",
                "𠮷野家"
            })
    void takesNamesOfOneScript(String name) {
        assertEquals(List.of(), Name.violations(name));
    }

    @ParameterizedTest
    @MethodSource
    void saysAllThatIsWrong(String name, List<Name.Violation> violations) {
        assertEquals(violations, Name.violations(name));
    }

    static Stream<Arguments> saysAllThatIsWrong() {
        return Stream.of(
                arguments("", List.of(TOO_SHORT, FIRST_LETTER)),
                arguments("ab", List.of(TOO_SHORT)),
                arguments("𠮷野", List.of(TOO_SHORT)),
                arguments("𠮷".repeat(64), List.of()),
                arguments("a".repeat(65), List.of(TOO_LONG)),
                arguments("1abc", List.of(FIRST_LETTER)),
                arguments("_abc", List.of(FIRST_LETTER)),
                arguments("ab c", List.of(INVISIBLE)),
                arguments("ab\u200Bc", List.of(INVISIBLE)),
                arguments("ab\u202Ec", List.of(INVISIBLE)),
                arguments("ab\u0000c", List.of(INVISIBLE)),
                arguments("한\u3164글", List.of(INVISIBLE)),
                arguments("ab@c", List.of(CHARACTERS)),
                arguments("ab/c", List.of(CHARACTERS)),
                arguments("ab😀c", List.of(CHARACTERS)),
                arguments("ab\uD800", List.of(CHARACTERS, SINGLE_SCRIPT)),
                arguments("abcⅣ", List.of(CHARACTERS)),
                arguments("ab_\u0301", List.of(CHARACTERS)),
                arguments("ab1\u0301", List.of(CHARACTERS)),
                arguments("a\u0336dmin", List.of(CHARACTERS)),
                arguments("ab\u20DD", List.of(CHARACTERS)),
                arguments("z\u0300\u0301\u0302\u0304\u0308a", List.of(CHARACTERS)),
                arguments("аlice", List.of(SINGLE_SCRIPT)),
                arguments("alice猫", List.of(SINGLE_SCRIPT)),
                arguments("ねこ한글", List.of(SINGLE_SCRIPT)),
                arguments("ali٣", List.of(SINGLE_SCRIPT)),
                arguments("राम1२", List.of(SINGLE_SCRIPT)),
                arguments("1а b", List.of(FIRST_LETTER, SINGLE_SCRIPT, INVISIBLE)),
                arguments("@a", List.of(TOO_SHORT, FIRST_LETTER, CHARACTERS)));
    }
}
