package broadside.kit.text;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Reads the text of one paragraph, heading or cell. The library looks back over the text from delimiters that open
 * nothing, which is quadratic: a paragraph that is made of little else stays plain.
 */
final class BoundedInlineParser implements InlineParser {
    /** Delimiters times length: 500 in 100,000 characters, 5,000 in 10,000. */
    private static final long MAX_LOOK_BACK = 50_000_000;

    private static final String DELIMITERS = "*_~[]<&`";

    private final InlineParser parser;

    BoundedInlineParser(InlineParserContext context) {
        parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String text = lines.getContent();
        if (delimiters(text) * text.length() > MAX_LOOK_BACK) {
            block.appendChild(new Text(text));
        } else {
            parser.parse(lines, block);
        }
    }

    private static long delimiters(String text) {
        return text.chars()
                .filter(character -> DELIMITERS.indexOf(character) >= 0)
                .count();
    }
}
