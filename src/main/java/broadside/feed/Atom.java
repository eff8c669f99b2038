package broadside.feed;

import broadside.kit.json.Times;
import broadside.kit.xml.XmlWriter;
import broadside.post.PostView;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Atom (RFC 4287) in pages (RFC 5005, 3). */
final class Atom {
    static final String MEDIA_TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int TITLE = 80;

    private Atom() {}

    static Buffer of(Feed feed) {
        return XmlWriter.document(xml -> xml.element("feed", root -> write(root, feed)));
    }

    private static void write(XmlWriter xml, Feed feed) {
        xml.attribute("xmlns", NAMESPACE)
                .text("id", feed.first())
                .text("title", feed.subject().title())
                .text("subtitle", feed.subject().description())
                .text("updated", Times.format(feed.updated()));
        link(xml, "alternate", feed.addresses().site());
        pages(xml, "link", feed);
        xml.text("generator", "Broadside");
        feed.posts().forEach(post -> xml.element("entry", entry -> write(entry, feed.addresses(), post)));
    }

    /** Links to this page and those around it, as RSS has them too. */
    static void pages(XmlWriter xml, String element, Feed feed) {
        page(xml, element, "self", feed.self());
        page(xml, element, "first", feed.first());
        page(xml, element, "next", feed.next());
        page(xml, element, "previous", feed.previous());
    }

    private static void page(XmlWriter xml, String element, String relation, @Nullable String address) {
        if (address != null) {
            xml.element(element, link -> link.attribute("rel", relation).attribute("href", address));
        }
    }

    private static void write(XmlWriter xml, Addresses addresses, PostView post) {
        if (post.language() != null) {
            xml.attribute("xml:lang", post.language());
        }
        xml.text("id", addresses.name(post))
                .text("title", title(post))
                .text("published", Times.format(Feed.published(post)))
                .text("updated", Times.format(post.updatedAt()))
                .element("author", author -> author.text("name", Feed.author(post))
                        .text("uri", addresses.account(post.author().username())));
        link(xml, "alternate", addresses.page(post));
        post.tags().forEach(tag -> xml.element("category", category -> category.attribute("term", tag)));
        xml.text("summary", post.summary())
                .element("content", content -> content.attribute("type", "html").content(post.html()));
    }

    private static void link(XmlWriter xml, String relation, String address) {
        xml.element("link", link -> link.attribute("rel", relation).attribute("href", address));
    }

    /** An entry must have one (4.1.2), so a note gets its first words. */
    private static String title(PostView post) {
        if (post.title() != null) {
            return post.title();
        }
        var excerpt = post.excerpt();
        return excerpt.codePointCount(0, excerpt.length()) <= TITLE
                ? excerpt
                : excerpt.substring(0, excerpt.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
