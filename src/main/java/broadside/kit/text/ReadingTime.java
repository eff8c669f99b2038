package broadside.kit.text;

import com.ibm.icu.lang.UCharacter;

/** How long a text takes to read. */
final class ReadingTime {
    private static final double WORDS_PER_MINUTE = 230;
    private static final double LETTERS_PER_MINUTE = 500;

    private ReadingTime() {}

    /** Whole minutes, rounded up, at least 1: words of spaced scripts, letters of Han, kana, Thai and their like. */
    static int minutes(String text) {
        int words = 0;
        int letters = 0;
        boolean inWord = false;
        for (int codePoint : text.codePoints().toArray()) {
            boolean unspaced = Letters.isLetter(codePoint) && Letters.isUnspaced(codePoint);
            boolean spaced = !unspaced && Letters.isLetterOrDigit(codePoint);
            letters += unspaced ? 1 : 0;
            words += spaced && !inWord ? 1 : 0;
            inWord = spaced || (inWord && !unspaced && !UCharacter.isUWhiteSpace(codePoint));
        }
        return Math.max(1, (int) Math.ceil(words / WORDS_PER_MINUTE + letters / LETTERS_PER_MINUTE));
    }
}
