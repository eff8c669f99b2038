package broadside.kit.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Document;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables, strikethrough, autolinks and task lists, made so that no text can exhaust stack, memory or
 * time: what is nested deeper than the limits is read as plain text, and a text whose tables would grow out of proportion is
 * shown as it was written.
 */
final class CommonMark {
    private static final int MAX_BLOCK_NESTING = 64;
    private static final int MAX_INLINE_NESTING = 32;
    /** A short row is filled up with empty cells, so that a few characters make as many cells as the table is wide. */
    private static final long MAX_CELLS = 100_000;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            TaskListItemsExtension.create());

    private static final Parser PARSER = parser().build();
    private static final Parser MENTION_PARSER =
            parser().customInlineContentParserFactory(new MentionParser()).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer ESCAPING =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private CommonMark() {}

    private static Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .inlineParserFactory(BoundedInlineParser::new)
                .maxOpenBlockParsers(MAX_BLOCK_NESTING)
                .maxInlineNesting(MAX_INLINE_NESTING);
    }

    static Node parse(String source) {
        return parse(PARSER, source);
    }

    /** The same with a {@link Mention} wherever there may be one. */
    static Node parseMentions(String source) {
        return parse(MENTION_PARSER, source);
    }

    private static Node parse(Parser parser, String source) {
        return mostCells(source) > MAX_CELLS ? verbatim(source) : parser.parse(source);
    }

    /** A document that shows the source as it was written. */
    static Node verbatim(String source) {
        IndentedCodeBlock block = new IndentedCodeBlock();
        block.setLiteral(source);
        Document document = new Document();
        document.appendChild(block);
        return document;
    }

    /** HTML as the standard has it, raw HTML of the source included unless there is too much: not yet safe. */
    static String html(Node document, int limit) {
        BoundedText html = new BoundedText(limit);
        (RawHtml.isTooMuch(document) ? ESCAPING : RENDERER).render(document, html);
        return html.toString();
    }

    /** As many cells as the source's tables can have at most: every line as wide as the widest. */
    private static long mostCells(String source) {
        long lines = 1;
        long width = 1;
        long widest = 1;
        for (int index = 0; index < source.length(); index++) {
            switch (source.charAt(index)) {
                case '\n', '\r' -> {
                    lines++;
                    width = 1;
                }
                case '|' -> widest = Math.max(widest, ++width);
                default -> {}
            }
        }
        return widest == 1 ? 0 : lines * widest;
    }
}
