package broadside.feed;

import broadside.kit.http.Answer;
import broadside.kit.json.JsonWriter;
import java.util.List;

/** Which APIs are here and where they are described (RFC 9727): a set of links (RFC 9264). */
final class ApiCatalog {
    static final String PATH = "/.well-known/api-catalog";

    private static final String MEDIA_TYPE =
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"";

    private ApiCatalog() {}

    /** A link and what is known of its target. */
    private record Target(String href, String type) {
        void write(JsonWriter json) {
            json.text("href", href).text("type", type);
        }
    }

    /** Says its relation in a header too, which HEAD answers (RFC 9727, 2). */
    static Answer of(String publicUrl) {
        var here = publicUrl + PATH;
        var api = publicUrl + "/";
        var body = JsonWriter.object(json -> json.objects(
                "linkset",
                List.of(here, api),
                (each, anchor) -> describe(each.text("anchor", anchor), anchor.equals(here), publicUrl)));
        return Answer.of(200, MEDIA_TYPE, body).tagged().with("Link", "<" + here + ">; rel=\"api-catalog\"");
    }

    private static void describe(JsonWriter json, boolean catalog, String publicUrl) {
        if (catalog) {
            json.objects("item", List.of(publicUrl + "/"), (item, href) -> item.text("href", href));
        } else {
            links(json, "service-desc", new Target(publicUrl + "/openapi.json", "application/json"));
            links(json, "service-doc", new Target(publicUrl + "/docs", "text/html"));
            json.objects(FeedLink.RELATION, Place.SITE.links(publicUrl), (each, feed) -> each.text("href", feed.href())
                    .text("type", feed.type())
                    .text("title", feed.title()));
        }
    }

    private static void links(JsonWriter json, String relation, Target target) {
        json.objects(relation, List.of(target), (each, link) -> link.write(each));
    }
}
