package broadside.kit.text;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** The text of HTML without markup, beside the HTML itself; blocks are kept apart by blanks. */
final class PlainText implements HtmlStreamEventReceiver {
    private static final Set<String> WITHIN_WORDS =
            Set.of("a", "b", "code", "del", "em", "i", "img", "input", "kbd", "s", "strong", "sub", "sup");

    private final HtmlStreamEventReceiver html;
    private final StringBuilder text = new StringBuilder();

    PlainText(HtmlStreamEventReceiver html) {
        this.html = html;
    }

    @Override
    public void openDocument() {
        html.openDocument();
    }

    @Override
    public void closeDocument() {
        html.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        html.openTag(element, attributes);
        separate(element);
        int description = element.equals("img") ? attributes.indexOf("alt") : -1;
        if (description >= 0) {
            text.append(attributes.get(description + 1));
        }
    }

    @Override
    public void closeTag(String element) {
        html.closeTag(element);
        separate(element);
    }

    @Override
    public void text(String characters) {
        html.text(characters);
        text.append(characters);
    }

    private void separate(String element) {
        if (!WITHIN_WORDS.contains(element)) {
            text.append(' ');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
