package broadside.kit.text;

import org.commonmark.node.Node;

/**
 * Markdown: CommonMark with GitHub's tables, strikethrough and task lists, and bare addresses as links. Raw HTML is
 * kept as far as the allow-list goes, so that Markdown and HTML are judged by the same rule.
 */
public final class Markdown {
    /** The most code points an excerpt has. */
    public static final int EXCERPT_LENGTH = 280;

    /** A link can be defined once and used often. No text of 100,000 characters comes near that does not mean to. */
    private static final int MAX_HTML_LENGTH = 2_000_000;

    private Markdown() {}

    /**
     * Renders any text, and never fails: what is nested too deep stays plain, what would grow out of proportion is
     * shown as written. Blocking work: below a second of computing at worst for 100,000 code points.
     */
    public static Rendered render(String source) {
        return render(CommonMark.parse(source), source);
    }

    static Rendered render(Node document, String source) {
        try {
            return render(document, MAX_HTML_LENGTH);
        } catch (BoundedText.Full full) {
            return render(CommonMark.verbatim(source), Integer.MAX_VALUE);
        }
    }

    private static Rendered render(Node document, int limit) {
        SafeHtml safe = SafeHtml.of(CommonMark.html(document, limit), limit);
        String excerpt = Excerpt.of(safe.text(), EXCERPT_LENGTH);
        return new Rendered(safe.html(), excerpt, ReadingTime.minutes(safe.text()));
    }
}
