package broadside.kit.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.Handler;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/**
 * The allow-list of HTML: what the Markdown renderer makes and a few plain elements that people write by hand. No
 * scripts, styles, ids or frames; links to http, https and mailto, images from http and https, absolute ones only, for
 * the text may be shown on any site.
 */
record SafeHtml(String html, String text) {
    private static final String ADDRESS = "[^\\s\"<>`]+";
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|mailto:)" + ADDRESS);
    private static final Pattern IMAGE = Pattern.compile("(?i)https?://" + ADDRESS);
    private static final Pattern LANGUAGE = Pattern.compile("language-[\\p{L}\\p{Nd}_+#.-]{1,40}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern LIST_START = Pattern.compile("[0-9]{1,9}");

    private static final Pattern REFERENCE = Pattern.compile("&#x((?:10|[1-9a-f])[0-9a-f]{4});");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code")
            .allowElements("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "img")
            .allowElements("em", "strong", "del", "b", "i", "s", "sub", "sup", "kbd")
            .allowElements(SafeHtml::checkbox, "input")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE)
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(LIST_START)
            .onElements("ol")
            .allowAttributes("type", "checked")
            .onElements("input")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    /** What is allowed of the HTML, balanced, and its text. Fails with {@link BoundedText.Full} beyond the limit. */
    static SafeHtml of(String html, int limit) {
        BoundedText safe = new BoundedText(limit);
        PlainText plain = new PlainText(HtmlStreamRenderer.create(safe, Handler.PROPAGATE, Handler.DO_NOTHING));
        HtmlSanitizer.sanitize(html, POLICY.apply(plain));
        return new SafeHtml(withPlainCharacters(safe.toString()), plain.toString());
    }

    /** The sanitizer writes everything beyond 16 bits as references; none of these characters means anything in HTML. */
    private static String withPlainCharacters(String html) {
        return REFERENCE.matcher(html).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }

    /** Of inputs only the mark of a task, which nobody can change. */
    private static @Nullable String checkbox(String element, List<String> attributes) {
        int type = attributes.indexOf("type");
        boolean checked = attributes.contains("checked");
        if (type < 0 || !attributes.get(type + 1).toLowerCase(Locale.ROOT).equals("checkbox")) {
            return null;
        }
        attributes.clear();
        attributes.addAll(List.of("type", "checkbox", "disabled", ""));
        if (checked) {
            attributes.addAll(List.of("checked", ""));
        }
        return element;
    }
}
