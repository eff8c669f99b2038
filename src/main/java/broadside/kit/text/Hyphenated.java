package broadside.kit.text;

/** Words joined by single hyphens: runs of anything but word characters become one, none stands at either end. */
final class Hyphenated {
    private final String extras;
    private final StringBuilder joined = new StringBuilder();

    private Hyphenated(String extras) {
        this.extras = extras;
    }

    /**
     * The letters and digits of the text, the marks and the extra characters that follow them, hyphens for the rest.
     * Default-ignorable characters are dropped without leaving a gap.
     */
    static String of(String text, String extras) {
        Hyphenated result = new Hyphenated(extras);
        text.codePoints().filter(codePoint -> !Letters.isIgnorable(codePoint)).forEach(result::add);
        return result.trimmed();
    }

    private void add(int codePoint) {
        if (Letters.isLetterOrDigit(codePoint) || (inWord() && continues(codePoint))) {
            joined.appendCodePoint(codePoint);
        } else if (inWord()) {
            joined.append('-');
        }
    }

    private boolean inWord() {
        return !joined.isEmpty() && joined.charAt(joined.length() - 1) != '-';
    }

    private boolean continues(int codePoint) {
        return Letters.isMark(codePoint) || extras.indexOf(codePoint) >= 0;
    }

    private String trimmed() {
        return joined.isEmpty() || inWord() ? joined.toString() : joined.substring(0, joined.length() - 1);
    }
}
