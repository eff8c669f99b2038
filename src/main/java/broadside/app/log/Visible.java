package broadside.app.log;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text that stays where it is put: no character in it moves a cursor, begins a line or turns the direction of writing. */
public final class Visible {
    private static final int SPACE = ' ';
    private static final int DELETE = 0x7f;

    private Visible() {}

    /** Every such character as {@code \\uXXXX}. */
    public static String text(String text) {
        return escaped(text, Visible::isHidden);
    }

    /** The same but for those JSON escapes itself (RFC 8259, 7). */
    static String json(String text) {
        return escaped(text, letter -> letter >= SPACE && isHidden(letter));
    }

    private static String escaped(String text, IntPredicate hidden) {
        if (!hides(text, hidden)) {
            return text;
        }
        var visible = new StringBuilder(text.length() + SPACE);
        text.chars().forEach(letter -> {
            if (hidden.test(letter)) {
                visible.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                visible.append((char) letter);
            }
        });
        return visible.toString();
    }

    /** Each line of the log asks this of each of its words. */
    private static boolean hides(String text, IntPredicate hidden) {
        for (int at = 0; at < text.length(); at++) {
            if (hidden.test(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Controls of ASCII and Latin-1, separators of lines, marks of direction (UAX #9), halves of characters. */
    private static boolean isHidden(int letter) {
        return letter < SPACE
                || (letter >= DELETE && letter < 0xa0)
                || (letter >= 0x200e && letter <= 0x200f)
                || (letter >= 0x2028 && letter <= 0x202e)
                || (letter >= 0x2066 && letter <= 0x2069)
                || letter == 0x061c
                || letter == 0xfeff;
    }
}
