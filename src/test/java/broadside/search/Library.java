package broadside.search;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What the scenarios of search have in common: words nobody else has written, and looking for them. */
final class Library {
    static final Server SERVER = Server.shared();
    private static final AtomicInteger WORDS = new AtomicInteger();

    private Library() {}

    static Client anybody() {
        return SERVER.client();
    }

    /** A word no other test uses, which stems leave alone. */
    static String word() {
        var letters = new StringBuilder("qx");
        for (int rest = WORDS.incrementAndGet(); rest > 0; rest /= 16) {
            letters.append((char) ('b' + rest % 16));
        }
        return letters.append("zk").toString();
    }

    static String write(Client author, String body) {
        return write(author, new JsonObject().put("body", body));
    }

    static String write(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201).json().getString("id");
    }

    static JsonObject note(String body, String language) {
        return new JsonObject().put("body", body).put("language", language);
    }

    static JsonObject tagged(String body, String... tags) {
        return new JsonObject().put("body", body).put("tags", new JsonArray(List.of(tags)));
    }

    static Reply search(Client viewer, String typed, String... filters) {
        return viewer.get(address(typed, filters)).expect(200);
    }

    /** Filters in pairs of name and value. */
    static String address(String typed, String... filters) {
        var address = new StringBuilder("/v1/search/posts?q=" + encoded(typed));
        for (int i = 0; i < filters.length; i += 2) {
            address.append('&').append(filters[i]).append('=').append(encoded(filters[i + 1]));
        }
        return address.toString();
    }

    static List<String> found(Client viewer, String typed, String... filters) {
        return ids(search(viewer, typed, filters));
    }

    static List<String> ids(Reply page) {
        return hits(page).stream()
                .map(hit -> hit.getJsonObject("post").getString("id"))
                .toList();
    }

    static List<JsonObject> hits(Reply page) {
        return page.json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The ids of all pages from here on, in order. */
    static List<String> all(Client viewer, String address) {
        var ids = new ArrayList<String>();
        var page = viewer.get(address).expect(200);
        ids.addAll(ids(page));
        for (var next = next(page); next != null; next = next(page)) {
            page = viewer.get(address + "&cursor=" + next).expect(200);
            ids.addAll(ids(page));
        }
        return ids;
    }

    static @org.jspecify.annotations.Nullable String next(Reply page) {
        return page.json().getJsonObject("page").getString("next");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
