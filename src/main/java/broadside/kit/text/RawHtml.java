package broadside.kit.text;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;

/** The HTML tags in a Markdown text. The sanitizer goes through all that are open at every piece of text. */
final class RawHtml extends AbstractVisitor {
    private static final int MAX_TAGS = 5_000;

    private int tags;

    private RawHtml() {}

    static boolean isTooMuch(Node document) {
        RawHtml html = new RawHtml();
        document.accept(html);
        return html.tags > MAX_TAGS;
    }

    @Override
    public void visit(HtmlInline inline) {
        tags++;
    }

    @Override
    public void visit(HtmlBlock block) {
        tags += (int)
                block.getLiteral().chars().filter(character -> character == '<').count();
    }
}
