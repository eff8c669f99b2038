package broadside.feed;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whoever reads a list of posts where its feeds are: web links of the relation {@code alternate} (RFC 8288). */
public final class Autodiscovery {
    /** A longer one would not fit into a header thrice. */
    private static final int LONGEST = 500;

    /** Where the feed of a list is, after its format; null: there is none of just these posts. */
    private static final Map<String, Function<Call, @Nullable String>> FEEDS = Map.of(
            "/v1/posts", Autodiscovery::everybodys,
            "/v1/accounts/{username}/posts", call -> account(call.path("username")),
            "/v1/search/posts", Autodiscovery::search);

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
        if (place == null || place.length() > LONGEST || answer.status() != 200) {
            return answer;
        }
        var pages = answer.headers().get("Link");
        return answer.with("Link", pages == null ? links(place) : pages + ", " + links(place));
    }

    private String links(String place) {
        return Arrays.stream(Format.values())
                .map(format -> "<" + publicUrl + "/feeds/" + format.word() + place + ">; rel=\"alternate\"; type=\""
                        + format.mediaType() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String everybodys(Call call) {
        var query = call.query();
        var tag = query.text("tag");
        var author = query.text("author");
        if (tag == null) {
            return author == null ? "" : account(author);
        }
        return author == null ? "/tags/" + Addresses.segment(tag) : null;
    }

    private static String account(String username) {
        return "/accounts/" + Addresses.segment(username);
    }

    private static String search(Call call) {
        return "/search?q=" + Addresses.segment(String.valueOf(call.query().text("q")));
    }
}
