package broadside.feed;

import broadside.kit.json.Times;
import broadside.kit.xml.XmlWriter;
import broadside.post.PublicPosts.Dated;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What a search engine reads to find every post: the Sitemaps protocol 0.9, an index and its parts. */
final class Sitemap {
    static final String MEDIA_TYPE = "application/xml; charset=utf-8";
    /** As many as an index may name. */
    static final int MOST_PARTS = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private Sitemap() {}

    /** When a part changed is not told: nobody could know it without reading all of it. Its own answer tells. */
    static Buffer index(Addresses addresses, List<Long> parts) {
        return XmlWriter.document(xml -> xml.element("sitemapindex", root -> {
            root.attribute("xmlns", NAMESPACE);
            parts.forEach(part -> root.element("sitemap", each -> each.text("loc", addresses.sitemap(part))));
        }));
    }

    static Buffer part(Addresses addresses, List<Dated> posts) {
        return XmlWriter.document(xml -> xml.element("urlset", root -> {
            root.attribute("xmlns", NAMESPACE);
            posts.forEach(post -> root.element("url", each -> each.text("loc", addresses.page(post.id()))
                    .text("lastmod", Times.format(post.changedAt()))));
        }));
    }
}
