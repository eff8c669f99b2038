package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;

/**
 * The rule for a name that stands for someone: 3 to 64 code points, a letter first, then letters with the marks they
 * need, digits, {@code _}, {@code .} and {@code -}; letters and digits of a single script in the sense of UTS #39 (Han
 * with kana, with bopomofo or with hangul is one), digits of one decimal system; nothing invisible.
 */
public final class Name {
    public static final int MIN_LENGTH = 3;
    public static final int MAX_LENGTH = 64;

    /** UTS #39, 5.4: more nonspacing marks on one letter than any orthography has. */
    private static final int MAX_MARKS = 4;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private static final SpoofChecker SCRIPT = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
            .build();

    private Name() {}

    /** What is wrong with a name. */
    public enum Violation {
        TOO_SHORT,
        TOO_LONG,
        FIRST_LETTER,
        CHARACTERS,
        SINGLE_SCRIPT,
        INVISIBLE
    }

    /** All that is wrong with the name; nothing when it keeps the rule. */
    public static List<Violation> violations(String name) {
        List<Violation> found = new ArrayList<>();
        int length = WellFormed.codePoints(name);
        add(found, length < MIN_LENGTH, Violation.TOO_SHORT);
        add(found, length > MAX_LENGTH, Violation.TOO_LONG);
        add(found, !startsWithLetter(name), Violation.FIRST_LETTER);
        add(found, !hasOnlyNameCharacters(NFC.normalize(name)), Violation.CHARACTERS);
        add(found, SCRIPT.failsChecks(name), Violation.SINGLE_SCRIPT);
        add(found, Invisible.in(name), Violation.INVISIBLE);
        return found;
    }

    private static void add(List<Violation> found, boolean broken, Violation violation) {
        if (broken) {
            found.add(violation);
        }
    }

    private static boolean startsWithLetter(String name) {
        return !name.isEmpty() && Letters.isLetter(name.codePointAt(0));
    }

    /** Invisible characters have a violation of their own. */
    private static boolean hasOnlyNameCharacters(String name) {
        int marks = MAX_MARKS;
        for (int codePoint : name.codePoints().toArray()) {
            if (Letters.isMark(codePoint) && !Invisible.is(codePoint)) {
                marks += isSpacing(codePoint) ? 0 : 1;
                if (marks > MAX_MARKS || !isMarkOfScript(codePoint)) {
                    return false;
                }
            } else if (isNameCharacter(codePoint)) {
                marks = Letters.isLetter(codePoint) ? 0 : MAX_MARKS;
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(int codePoint) {
        return Letters.isLetterOrDigit(codePoint) || "_.-".indexOf(codePoint) >= 0 || Invisible.is(codePoint);
    }

    private static boolean isSpacing(int codePoint) {
        return UCharacter.getType(codePoint) == ECharacterCategory.COMBINING_SPACING_MARK;
    }

    /** A mark of one script, or a shared one that UTS #39 recommends for identifiers (no overlays, no decoration). */
    private static boolean isMarkOfScript(int codePoint) {
        return UScript.getScript(codePoint) != UScript.INHERITED || SpoofChecker.RECOMMENDED.contains(codePoint);
    }
}
