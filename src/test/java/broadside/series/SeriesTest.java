package broadside.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-server")
class SeriesTest {
    private final Server server = Server.shared();
    private final List<Client> people = Guests.of(server, 2);
    private final Client author = people.get(0);
    private final Client reader = people.get(1);
    private final String name = author.get("/v1/me").json().getString("username");

    private static JsonObject titled(String title) {
        return new JsonObject().put("title", title);
    }

    private String article(JsonObject more) {
        var draft = titled("Part").put("body", "x").mergeIn(more);
        return author.post("/v1/posts", draft).expect(201).json().getString("id");
    }

    private List<String> articles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> article(new JsonObject()))
                .toList();
    }

    private static String path(Reply series) {
        return "/v1/series/" + series.json().getString("id");
    }

    private Reply begun() {
        return author.post("/v1/series", titled("The Engine").put("description", "From the mill to the store."))
                .expect(201);
    }

    private static JsonObject order(List<String> ids) {
        return new JsonObject().put("posts", new JsonArray(ids));
    }

    private Reply arranged(Reply series, List<String> ids) {
        return author.put(path(series) + "/posts", order(ids), "If-Match", series.etag());
    }

    private static List<String> ids(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private static JsonObject place(Client client, String post) {
        return client.get("/v1/posts/" + post).expect(200).json().getJsonObject("series");
    }

    @Test
    void isBegunReadEditedAndDeleted() {
        var series = begun();
        assertEquals(path(series), series.header("Location").orElseThrow());
        assertEquals("The Engine", reader.get(path(series)).expect(200).json().getString("title"));
        var edited = author.patch(path(series), titled("Engines").putNull("description"), "If-Match", series.etag())
                .expect(200);
        assertEquals("Engines", edited.json().getString("title"));
        assertEquals(null, edited.json().getString("description"));
        assertEquals(
                412,
                author.patch(path(series), titled("Late"), "If-Match", series.etag())
                        .status());
        assertEquals(428, author.patch(path(series), titled("Late")).status());
        assertEquals(List.of(series.json().getString("id")), ids(reader.get("/v1/accounts/" + name + "/series")));
        var post = articles(1);
        var filled = arranged(edited, post).expect(200);
        author.delete(path(series), "If-Match", filled.etag()).expect(204);
        reader.get(path(series)).expect(404);
        assertFalse(reader.get("/v1/posts/" + post.get(0)).expect(200).json().containsKey("series"));
        assertEquals(
                "series.created series.edited series.arranged series.deleted",
                TestDatabase.ask(
                        server.database(),
                        "select string_agg(kind, ' ' order by id) from event where subject_type = 'series' and subject_id = "
                                + series.json().getString("id")));
    }

    @Test
    void articlesStandInOrderAndKnowTheirNeighbours() {
        var parts = articles(4);
        var wanted = List.of(parts.get(2), parts.get(0), parts.get(3), parts.get(1));
        var series = arranged(begun(), wanted).expect(200);
        assertEquals(4, series.json().getInteger("posts"));
        var first = reader.get(path(series) + "/posts?limit=3");
        assertEquals(wanted.subList(0, 3), ids(first));
        var next = first.json().getJsonObject("page").getString("next");
        assertEquals(wanted.subList(3, 4), ids(reader.get(path(series) + "/posts?limit=3&cursor=" + next)));
        var place = new JsonObject()
                .put("id", series.json().getString("id"))
                .put("title", "The Engine")
                .put("previous", wanted.get(0))
                .put("next", wanted.get(2));
        assertEquals(place, place(reader, wanted.get(1)));
        var turned = new ArrayList<>(wanted);
        java.util.Collections.reverse(turned);
        var again = arranged(series, turned.subList(0, 3)).expect(200);
        assertEquals(turned.subList(0, 3), ids(reader.get(path(series) + "/posts")));
        author.delete("/v1/posts/" + turned.get(1), "If-Match", "*").expect(204);
        assertEquals(turned.get(2), place(reader, turned.get(0)).getString("next"));
        assertEquals(List.of(), ids(arrangedNone(again)));
    }

    private Reply arrangedNone(Reply series) {
        arranged(series, List.of()).expect(200);
        return reader.get(path(series) + "/posts");
    }

    @Test
    void onlyWhatTheViewerMaySee() {
        var draft = article(new JsonObject().put("status", "draft"));
        var later = article(new JsonObject().put("status", "scheduled").put("publishAt", "2030-01-01T00:00:00Z"));
        var followers = article(new JsonObject().put("visibility", "followers"));
        var parts = articles(2);
        var all = List.of(parts.get(0), draft, later, followers, parts.get(1));
        var series = arranged(begun(), all).expect(200);
        assertEquals(all, ids(author.get(path(series) + "/posts")));
        assertEquals(parts, ids(reader.get(path(series) + "/posts")));
        assertEquals(2, reader.get(path(series)).expect(200).json().getInteger("posts"));
        assertEquals(parts.get(1), place(reader, parts.get(0)).getString("next"));
        assertEquals(draft, place(author, parts.get(0)).getString("next"));
        reader.put("/v1/accounts/" + name + "/follow", null).expect(204);
        assertEquals(followers, place(reader, parts.get(0)).getString("next"));
        author.put("/v1/accounts/" + reader.get("/v1/me").json().getString("username") + "/block", null)
                .expect(204);
        reader.get(path(series)).expect(404);
        reader.get(path(series) + "/posts").expect(404);
        reader.get("/v1/accounts/" + name + "/series").expect(404);
    }

    @Test
    void refusesWhatIsNoArticleOfOnesOwn() {
        var series = begun();
        var note = author.post("/v1/posts", new JsonObject().put("body", "x"))
                .expect(201)
                .json()
                .getString("id");
        var theirs = reader.post("/v1/posts", titled("Theirs").put("body", "x"))
                .expect(201)
                .json()
                .getString("id");
        var mine = articles(1).get(0);
        for (var wrong :
                List.of(List.of(note), List.of(theirs), List.of("9999999999"), List.of("x"), List.of(mine, mine))) {
            assertEquals(
                    400,
                    author.put(path(series) + "/posts", order(wrong), "If-Match", "*")
                            .status());
        }
        var many = IntStream.rangeClosed(1, 501).mapToObj(Integer::toString).toList();
        arranged(series, many).expect(400);
        arranged(series, List.of(mine)).expect(200);
        assertEquals("conflict", arranged(begun(), List.of(mine)).expect(409).problem());
        author.post("/v1/series", titled("")).expect(400);
        author.post("/v1/series", titled("x").put("colour", "red")).expect(400);
    }

    @Test
    void ofManyAtOnceOneIsTheOrder() {
        var parts = articles(5);
        var series = begun();
        var replies = IntStream.range(0, 20)
                .mapToObj(number -> {
                    var mixed = new ArrayList<>(parts);
                    java.util.Collections.rotate(mixed, number);
                    return author.sending(
                            "PUT", path(series) + "/posts", order(mixed).toBuffer(), "If-Match", series.etag());
                })
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, replies.stream().filter(reply -> reply.status() == 200).count());
        assertTrue(replies.stream().allMatch(reply -> List.of(200, 412, 503).contains(reply.status())));
        assertEquals(5, ids(reader.get(path(series) + "/posts")).size());
    }

    @Test
    void goesWithItsAuthor() {
        var guest = server.client().register();
        var series = guest.post("/v1/series", titled("Gone")).expect(201);
        guest.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        reader.get(path(series)).expect(404);
    }
}
