package broadside.feed;

import broadside.testing.Reply;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;

/** Reads feeds as the programs people have do. */
final class Reader {
    static final List<String> FORMATS = List.of("atom", "rss", "json");
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private Reader() {}

    /** Of Atom or RSS. */
    static SyndFeed feed(Reply reply) {
        try {
            return new SyndFeedInput().build(new StringReader(reply.expect(200).text()));
        } catch (FeedException unreadable) {
            throw new AssertionError(reply.text(), unreadable);
        }
    }

    static List<SyndEntry> entries(Reply reply) {
        return feed(reply).getEntries();
    }

    /** The names of the posts on a page of whatever format. */
    static List<String> names(String format, Reply reply) {
        return format.equals("json")
                ? items(reply).stream().map(item -> item.getString("id")).toList()
                : entries(reply).stream().map(SyndEntry::getUri).toList();
    }

    static List<JsonObject> items(Reply reply) {
        return reply.expect(200).json().getJsonArray("items", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Where a page leads, by relation. */
    static Map<String, String> links(String format, Reply reply) {
        if (format.equals("json")) {
            var next = reply.json().getString("next_url");
            return next == null ? Map.of() : Map.of("next", next);
        }
        try {
            var root = new SAXBuilder().build(new StringReader(reply.text())).getRootElement();
            var parent = format.equals("rss") ? root.getChild("channel") : root;
            return parent.getChildren("link", ATOM).stream()
                    .collect(Collectors.toMap(Reader::relation, link -> link.getAttributeValue("href")));
        } catch (JDOMException | java.io.IOException unreadable) {
            throw new AssertionError(reply.text(), unreadable);
        }
    }

    private static String relation(Element link) {
        return link.getAttributeValue("rel");
    }
}
