package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.BitSet;

/** What a code point is, by one version of Unicode whatever the Java version. */
final class Letters {
    private Letters() {}

    static boolean isLetter(int codePoint) {
        return UCharacter.isLetter(codePoint);
    }

    static boolean isDigit(int codePoint) {
        return UCharacter.isDigit(codePoint);
    }

    static boolean isLetterOrDigit(int codePoint) {
        return isLetter(codePoint) || isDigit(codePoint);
    }

    /** A mark that belongs to the letter before it; enclosing marks (Me) are decoration. */
    static boolean isMark(int codePoint) {
        int category = UCharacter.getType(codePoint);
        return category == ECharacterCategory.NON_SPACING_MARK || category == ECharacterCategory.COMBINING_SPACING_MARK;
    }

    static boolean isIgnorable(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    static boolean isLatin(int codePoint) {
        return UScript.getScript(codePoint) == UScript.LATIN;
    }

    /** Whether the character belongs to a script that is written without blanks between words, as Han or Thai. */
    static boolean isUnspaced(int codePoint) {
        BitSet scripts = new BitSet();
        UScript.getScriptExtensions(codePoint, scripts);
        return scripts.stream().anyMatch(UScript::breaksBetweenLetters);
    }
}
