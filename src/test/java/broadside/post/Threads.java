package broadside.post;

import static broadside.post.Desk.note;
import static broadside.post.Desk.written;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the scenarios of replies have in common. */
final class Threads {
    private Threads() {}

    static JsonObject replyTo(Reply parent, String body) {
        return note(body).put("replyTo", id(parent));
    }

    static Reply answered(Client author, Reply parent, String body) {
        return written(author, replyTo(parent, body));
    }

    static String id(Reply post) {
        return post.json().getString("id");
    }

    static long replies(Client viewer, Reply post) {
        return viewer.get(Desk.path(post))
                .expect(200)
                .json()
                .getJsonObject("counts")
                .getLong("replies");
    }

    static void remove(Client author, Reply post) {
        var etag = author.get(Desk.path(post)).expect(200).etag();
        author.delete(Desk.path(post), "If-Match", etag).expect(204);
    }

    /** A thread line by line: a place is as far from the margin as it is deep, and {@code -} where it shows nothing. */
    static String thread(Client viewer, Reply post) {
        return lines(items(viewer.get(Desk.path(post) + "/thread?limit=100").expect(200)));
    }

    static List<JsonObject> items(Reply page) {
        return page.json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static String lines(List<JsonObject> items) {
        return items.stream()
                .map(item -> " ".repeat(item.getInteger("depth")) + text(item))
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonObject item) {
        return item.containsKey("post") ? item.getJsonObject("post").getString("excerpt") : "-";
    }

    /** All pages of a thread, one after the other. */
    static List<JsonObject> paged(Client viewer, Reply post, int limit) {
        var path = Desk.path(post) + "/thread?limit=" + limit;
        var all = new ArrayList<JsonObject>();
        var page = viewer.get(path).expect(200);
        while (true) {
            all.addAll(items(page));
            var next = page.json().getJsonObject("page").getString("next");
            if (next == null) {
                return all;
            }
            page = viewer.get(path + "&cursor=" + next).expect(200);
        }
    }

    static String events(Reply post) {
        return String.valueOf(TestDatabase.ask(
                Desk.SERVER.database(),
                "select string_agg(kind || ' ' || data, e'\\n' order by id) from event"
                        + " where subject_type = 'post' and subject_id = " + id(post)));
    }
}
