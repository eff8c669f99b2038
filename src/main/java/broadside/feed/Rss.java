package broadside.feed;

import broadside.kit.http.HttpDate;
import broadside.kit.xml.XmlWriter;
import broadside.post.PostView;
import io.vertx.core.buffer.Buffer;

/** RSS 2.0 after the best practices of the RSS Advisory Board: full text, authors by name, pages linked as in Atom (RFC 5005). */
final class Rss {
    static final String MEDIA_TYPE = "application/rss+xml";

    private Rss() {}

    static Buffer of(Feed feed) {
        return XmlWriter.document(xml -> xml.element("rss", root -> root.attribute("version", "2.0")
                .attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
                .attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/")
                .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
                .element("channel", channel -> write(channel, feed))));
    }

    private static void write(XmlWriter xml, Feed feed) {
        xml.text("title", feed.subject().title())
                .text("link", feed.addresses().site())
                .text("description", feed.subject().description())
                .text("lastBuildDate", HttpDate.format(feed.updated()))
                .text("generator", "Broadside");
        Atom.pages(xml, "atom:link", feed);
        feed.posts().forEach(post -> xml.element("item", item -> write(item, feed.addresses(), post)));
    }

    private static void write(XmlWriter xml, Addresses addresses, PostView post) {
        xml.text("title", post.title())
                .text("link", addresses.page(post))
                .element("guid", guid -> guid.attribute("isPermaLink", "false").content(addresses.name(post)))
                .text("pubDate", HttpDate.format(Feed.published(post)))
                .text("dc:creator", Feed.author(post));
        post.tags().forEach(tag -> xml.text("category", tag));
        xml.text("description", html(post.summary() == null ? post.excerpt() : post.summary()))
                .text("content:encoded", post.html());
    }

    /** A description is HTML. */
    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
