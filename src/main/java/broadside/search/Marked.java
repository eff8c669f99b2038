package broadside.search;

/**
 * Text with marks as HTML: nothing but {@code <mark>} is markup, and every mark is closed. Marks stand between U+0001 and U+0002;
 * U+0003 stands for {@code <}, U+0004 for nothing.
 */
final class Marked {
    private static final int MOST = 400;

    private final StringBuilder html = new StringBuilder();
    private boolean wanted;
    private boolean open;
    private boolean blank;
    private int shown;

    private Marked() {}

    /** At most 400 characters of it, white space folded. */
    static String html(String text) {
        var marked = new Marked();
        text.codePoints().takeWhile(next -> marked.shown < MOST).forEach(marked::add);
        marked.mark(false);
        return marked.html.append(marked.shown < MOST ? "" : "…").toString();
    }

    private void add(int codePoint) {
        switch (codePoint) {
            case 1 -> wanted = true;
            case 2 -> wanted = false;
            case 4 -> {}
            case ' ', '\n', '\t', '\r' -> blank = shown > 0;
            default -> show(codePoint == 3 ? '<' : codePoint);
        }
    }

    private void show(int codePoint) {
        if (blank) {
            mark(false);
            html.append(' ');
            blank = false;
        }
        mark(wanted);
        html.append(escaped(codePoint));
        shown++;
    }

    /** Marks that touch are one. */
    private void mark(boolean now) {
        if (open != now) {
            html.append(now ? "<mark>" : "</mark>");
            open = now;
        }
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(codePoint);
        };
    }
}
