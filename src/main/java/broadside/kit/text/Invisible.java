package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * Characters nobody can see: controls (Cc), formats (Cf, bidirectional controls among them), blanks of any kind,
 * Default_Ignorable_Code_Point (UAX #44; Hangul fillers and variation selectors among them) and the empty braille
 * pattern. Emoji and several scripts need some of them in running text, so that only names are kept free of them.
 */
public final class Invisible {
    private static final int EMPTY_BRAILLE_PATTERN = 0x2800;

    private Invisible() {}

    /** Whether the text holds any invisible character. */
    public static boolean in(String text) {
        return text.codePoints().anyMatch(Invisible::is);
    }

    /** Whether there is nothing to see in the text: it is empty or all of it is invisible. */
    public static boolean all(String text) {
        return text.codePoints().allMatch(Invisible::is);
    }

    static boolean is(int codePoint) {
        return codePoint == EMPTY_BRAILLE_PATTERN
                || UCharacter.isUWhiteSpace(codePoint)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || isControlOrFormat(UCharacter.getType(codePoint));
    }

    private static boolean isControlOrFormat(int category) {
        return category == ECharacterCategory.CONTROL || category == ECharacterCategory.FORMAT;
    }
}
