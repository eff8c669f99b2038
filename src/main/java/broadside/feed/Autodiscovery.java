package broadside.feed;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whoever reads posts, an account or a tag where the feeds of it are: web links of the relation {@code alternate} (RFC 8288). */
public final class Autodiscovery {
    /** A longer one would not fit into a header thrice. */
    private static final int LONGEST = 500;

    /** Where the feed of what is read is; null: there is none of just these posts. */
    private static final Map<String, Function<Call, @Nullable Place>> FEEDS = Map.of(
            "/v1/posts", Autodiscovery::everybodys,
            "/v1/accounts/{username}", call -> Place.account(call.path("username")),
            "/v1/accounts/{username}/posts", call -> Place.account(call.path("username")),
            "/v1/tags/{tag}", call -> Place.tag(call.path("tag")),
            "/v1/search/posts", call -> Place.search(String.valueOf(call.query().text("q"))));

    private final String publicUrl;

    /** @param publicUrl where clients reach the API, without a slash at the end */
    public Autodiscovery(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The same route, its answers with links to feeds where there are any. */
    public Route on(Route route) {
        return FEEDS.containsKey(route.path()) && route.method().name().equals("GET")
                ? route.finished(this::linked)
                : route;
    }

    private Answer linked(Call call, Answer answer) {
        var place = FEEDS.getOrDefault(call.route().path(), other -> null).apply(call);
        if (place == null || place.path().length() > LONGEST || answer.status() != 200) {
            return answer;
        }
        var pages = answer.headers().get("Link");
        return answer.with("Link", pages == null ? links(place) : pages + ", " + links(place));
    }

    private String links(Place place) {
        var links = new StringJoiner(", ");
        place.links(publicUrl).forEach(link -> links.add(link.header()));
        return links.toString();
    }

    private static @Nullable Place everybodys(Call call) {
        var query = call.query();
        var tag = query.text("tag");
        var author = query.text("author");
        if (tag == null) {
            return author == null ? Place.SITE : Place.account(author);
        }
        return author == null ? Place.tag(tag) : null;
    }
}
