package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.random.RandomGenerator;

/** The part of an address that is made of a title: readable in every script, and never to be taken for a number. */
public final class Slug {
    public static final int MAX_LENGTH = 80;

    private static final int SUFFIX_LENGTH = 6;
    /** Without 0, 1: they look like o and l. */
    private static final String SUFFIX_ALPHABET = "abcdefghijklmnopqrstuvwxyz23456789";

    /** But for Thai and Lao AM, one letter to its readers, which NFKC takes apart. */
    private static final Normalizer2 NFKC =
            new FilteredNormalizer2(Normalizer2.getNFKCInstance(), new UnicodeSet("[^\\u0E33\\u0EB3]").freeze());

    private Slug() {}

    /**
     * The title in lower case (NFKC), letters and digits of any script, hyphens for the rest, Latin letters without
     * their diacritics, at most {@value #MAX_LENGTH} code points and cut between words where that can be. The word
     * stands in for a title of which nothing is left, and before one of digits only.
     */
    public static String from(String title, String word) {
        String lower = UCharacter.toLowerCase(ULocale.ROOT, NFKC.normalize(title));
        String slug = Hyphenated.of(PlainLatin.of(lower), "");
        return cut(isNumber(slug) ? trimmed(word + "-" + slug) : slug, MAX_LENGTH);
    }

    /** The slug with a hyphen and six random letters or digits, still within {@value #MAX_LENGTH} code points. */
    public static String withSuffix(String slug, RandomGenerator random) {
        StringBuilder suffixed = new StringBuilder(cut(slug, MAX_LENGTH - SUFFIX_LENGTH - 1)).append('-');
        random.ints(SUFFIX_LENGTH, 0, SUFFIX_ALPHABET.length())
                .forEach(index -> suffixed.append(SUFFIX_ALPHABET.charAt(index)));
        return suffixed.toString();
    }

    /** True of nothing at all, too. */
    private static boolean isNumber(String slug) {
        return slug.codePoints().allMatch(Letters::isDigit);
    }

    private static String cut(String slug, int length) {
        if (WellFormed.codePoints(slug) <= length) {
            return slug;
        }
        int end = slug.offsetByCodePoints(0, length);
        int hyphen = slug.lastIndexOf('-', end);
        return trimmed(slug.substring(0, hyphen > end / 2 ? hyphen : characterEnd(slug, end)));
    }

    /** The end of the last whole character (UAX #29) before; within one that is longer than the slug may be. */
    private static int characterEnd(String slug, int end) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(slug);
        int boundary = characters.preceding(end + 1);
        return boundary > 0 ? boundary : end;
    }

    private static String trimmed(String slug) {
        return slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
    }
}
