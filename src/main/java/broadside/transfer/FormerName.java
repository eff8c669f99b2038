package broadside.transfer;

import broadside.account.Newcomer;
import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name somebody had elsewhere. It need not keep the rule for new names, but it is seen whole and stands on one line; where it is
 * taken here it gets a number.
 */
final class FormerName {
    private static final String LONGEST_NUMBER = "-999999";

    private FormerName() {}

    static String of(@Nullable String name, long id, List<String> changes) {
        var seen = seen(name == null ? "" : name);
        var whole = cut(seen, Newcomer.NAME);
        if (whole.isEmpty()) {
            changes.add("had no name that can be seen");
            return "user-" + id;
        }
        if (!whole.equals(name)) {
            changes.add(whole.equals(seen) ? "had invisible characters in the name" : "had too long a name");
        }
        return whole;
    }

    /** Blanks between words stay, as one each. */
    private static String seen(String name) {
        var words = new StringBuilder();
        name.codePoints()
                .filter(letter -> !Invisible.in(Character.toString(letter)) || Character.isSpaceChar(letter))
                .map(letter -> Character.isSpaceChar(letter) ? ' ' : letter)
                .forEach(words::appendCodePoint);
        return words.toString().strip().replaceAll(" +", " ");
    }

    /** The name with a number where it is not the first of its kind, never longer than a name may be. */
    static String numbered(String name, int number) {
        return number == 1 ? name : cut(name, Newcomer.NAME - LONGEST_NUMBER.length()) + "-" + number;
    }

    private static String cut(String text, int most) {
        return WellFormed.codePoints(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
