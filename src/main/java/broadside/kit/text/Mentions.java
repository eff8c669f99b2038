package broadside.kit.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * A Markdown text and the people it may mention: an at sign (@ or its full-width form) before a name (see {@link Name}). None in
 * code, raw HTML, links, image descriptions, e-mail addresses or after a backslash, and none inside a word, unless the script
 * before it is written without blanks. Whoever knows which names there are says so once, and then it is rendered.
 */
public final class Mentions extends AbstractVisitor {
    /** The most people a text mentions; further names stay text. */
    public static final int MAX_COUNT = 20;

    /** The most names that are looked up for a text. */
    private static final int MAX_NAMES = 500;

    private static final Set<String> CLOSED = Set.of("a", "code", "kbd", "pre");

    private final String source;
    private final Node document;
    private final List<Mention> found = new ArrayList<>();
    private int closed;

    private Mentions(String source) {
        this.source = source;
        document = CommonMark.parseMentions(source);
        document.accept(this);
    }

    /** Whether it is worth looking for any. */
    public static boolean maybeIn(String markdown) {
        return markdown.indexOf('@') >= 0 || markdown.indexOf('＠') >= 0;
    }

    /** Blocking work, as rendering is. */
    public static Mentions in(String markdown) {
        return new Mentions(markdown);
    }

    /** Keys ({@link CaseFold}) of all names that may be meant. */
    public Set<String> names() {
        return found.stream()
                .flatMap(mention -> mention.names().stream())
                .map(CaseFold::key)
                .distinct()
                .limit(MAX_NAMES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Makes links of mentions, and text of everything else that looked like one. Once.
     *
     * @param addresses of those names that there are, by key
     * @return the keys of those who are mentioned, in order, at most twenty
     */
    public List<String> link(Map<String, String> addresses) {
        Set<String> linked = new LinkedHashSet<>();
        for (Mention mention : found) {
            String name = mention.chosen(addresses);
            String key = name == null ? "" : CaseFold.key(name);
            if (name != null && (linked.contains(key) || linked.size() < MAX_COUNT)) {
                linked.add(key);
                mention.link(name, addresses.getOrDefault(key, ""));
            } else {
                mention.plain();
            }
        }
        return List.copyOf(linked);
    }

    /** As {@link Markdown#render(String)}, with the links. */
    public Rendered render() {
        return Markdown.render(document, source);
    }

    @Override
    public void visit(Link link) {
        visitClosed(link);
    }

    @Override
    public void visit(Image image) {
        visitClosed(image);
    }

    private void visitClosed(Node node) {
        closed++;
        visitChildren(node);
        closed--;
    }

    @Override
    public void visit(HtmlInline html) {
        String tag = html.getLiteral().toLowerCase(Locale.ROOT);
        boolean ends = tag.startsWith("</");
        if (CLOSED.contains(tag.replaceFirst("^</?", "").replaceFirst("(?s)[^a-z].*", ""))) {
            closed = Math.max(0, closed + (ends ? -1 : 1));
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Mention mention) {
            found.add(mention);
            if (closed > 0) {
                mention.close();
            }
        } else {
            visitChildren(node);
        }
    }
}
