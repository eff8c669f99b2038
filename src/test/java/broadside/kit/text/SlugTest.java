package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "'Hello, World!', hello-world",
        "'  --a__b--  ', a-b",
        "Crème brûlée, creme-brulee",
        "Straße & Œuvre, strasse-oeuvre",
        "ŁÓDŹ Đặng þæð ı İ, lodz-dang-thaed-i-i",
        "ｆｕｌｌ　ｗｉｄｔｈ, full-width",
        "½ ﬁn №5, 1-2-fin-no5",
        "今日は、猫。, 今日は-猫",
        "数学与世界 2, 数学与世界-2",
        "Привет Йод, привет-йод",
        "Ο ΛΌΓΟΣ ΜΟΥ, ο-λόγος-μου",
        "हिन्दी में लिखना, हिन्दी-में-लिखना",
        "ภาษาไทย, ภาษาไทย",
        "น้ำตก, น้ำตก",
        "مرحبا بالعالم, مرحبا-بالعالم",
        "שלום עולם, שלום-עולם",
        "か\u3099, が",
        "می\u200Cخواهم, میخواهم",
        "don’t, don-t",
        "👩‍👩‍👧 family 1️⃣, family-1",
        "2024, post-2024",
        "٢٠٢٤, post-٢٠٢٤",
        "2024-10, 2024-10",
        "'', post",
        "???, post",
        "👍, post",
        "\u0301, post",
        "../../etc, etc"
    })
    void keepsTheLettersOfEveryScript(String title, String slug) {
        assertEquals(slug, Slug.from(title, "post"));
    }

    @Test
    void cutsBetweenWords() {
        assertEquals("word-".repeat(15) + "word", Slug.from("word ".repeat(40), "post"));
        assertEquals("a".repeat(80), Slug.from("a".repeat(80) + " b", "post"));
    }

    @Test
    void cutsWordsThatAreTooLongBetweenCharacters() {
        assertEquals("猫".repeat(80), Slug.from("猫".repeat(200), "post"));
        assertEquals("𠮷".repeat(80), Slug.from("𠮷".repeat(200), "post"));
        assertEquals("กำ".repeat(39) + "ก", Slug.from("กำ".repeat(39) + "กก\u0E38\u0E48", "post"));
        assertEquals(80, WellFormed.codePoints(Slug.from("ก" + "\u0E38".repeat(2000), "post")));
    }

    @Test
    void isNeverANumber() {
        String slug = Slug.from("1".repeat(200), "post");
        assertTrue(slug.startsWith("post-1"));
        assertEquals(80, slug.length());
    }

    @Test
    void takesASuffixWithinTheLength() {
        String slug = Slug.withSuffix("猫".repeat(80), new Random(1));
        assertTrue(slug.matches("猫{73}-[a-z2-9]{6}"), slug);
        assertTrue(Slug.withSuffix("word", new Random(2)).matches("word-[a-z2-9]{6}"));
        assertNotEquals(Slug.withSuffix("word", new Random(2)), Slug.withSuffix("word", new Random(3)));
    }

    @Test
    void isItsOwnSlug() {
        for (String title : new String[] {"Crème brûlée", "今日は、猫。", "हिन्दी में", "2024", "a ".repeat(99)}) {
            String slug = Slug.from(title, "post");
            assertEquals(slug, Slug.from(slug, "post"));
        }
    }
}
