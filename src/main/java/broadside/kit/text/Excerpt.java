package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** The beginning of a plain text. */
public final class Excerpt {
    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    /**
     * The text with its white space folded, cut to at most so many code points (2 or more) and marked by {@code …} when
     * it is longer: between words where that leaves more than half of it, else between characters as readers see them
     * (UAX #29), never within one.
     */
    public static String of(String text, int limit) {
        String folded = folded(text);
        if (WellFormed.codePoints(folded) <= limit) {
            return folded;
        }
        int end = folded.offsetByCodePoints(0, limit - 1);
        return folded.substring(0, boundary(folded, end)).stripTrailing() + ELLIPSIS;
    }

    private static int boundary(String text, int end) {
        String head = text.substring(0, text.offsetByCodePoints(end, 1));
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(head);
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(head);
        int word = words.isBoundary(end) ? end : words.preceding(end);
        return word > end / 2 && characters.isBoundary(word) ? word : lastBoundary(characters, end);
    }

    private static int lastBoundary(BreakIterator characters, int end) {
        return characters.isBoundary(end) ? end : characters.preceding(end);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        boolean blank = false;
        for (int codePoint : text.codePoints().toArray()) {
            if (UCharacter.isUWhiteSpace(codePoint)) {
                blank = !folded.isEmpty();
            } else {
                folded.append(blank ? " " : "").appendCodePoint(codePoint);
                blank = false;
            }
        }
        return folded.toString();
    }
}
