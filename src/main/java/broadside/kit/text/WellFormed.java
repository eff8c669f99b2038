package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;

/** Text as a client sent it: whether it can be kept unchanged. Lengths are Unicode code points. */
public final class WellFormed {
    private WellFormed() {}

    /**
     * Whether the text can be stored and read back equal: no NUL (PostgreSQL refuses it), no lone surrogate and no
     * noncharacter (Unicode 3.2, 23.7).
     */
    public static boolean text(String text) {
        return text.codePoints().noneMatch(WellFormed::unstorable);
    }

    /** {@link #text}, and on a single line: no control character, no line or paragraph separator. */
    public static boolean line(String text) {
        return text(text) && text.codePoints().noneMatch(WellFormed::breaksLine);
    }

    /** The length in Unicode code points. */
    public static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || isSurrogate(codePoint) || isNoncharacter(codePoint);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static boolean breaksLine(int codePoint) {
        int category = UCharacter.getType(codePoint);
        return category == ECharacterCategory.CONTROL
                || category == ECharacterCategory.LINE_SEPARATOR
                || category == ECharacterCategory.PARAGRAPH_SEPARATOR;
    }
}
