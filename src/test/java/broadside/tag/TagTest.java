package broadside.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagTest {
    private final Server server = Server.shared();
    private final Client anybody = server.client();
    private final Client susan = anybody.register();
    private final Client david = anybody.register();
    private final String one = tag();
    private final String other = tag();

    private static String tag() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static JsonObject tagged(String... tags) {
        return new JsonObject().put("body", "x").put("tags", new JsonArray(List.of(tags)));
    }

    private static Reply written(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201);
    }

    private static List<String> each(Reply page, String member) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(item -> ((JsonObject) item).getString(member))
                .toList();
    }

    private static void follow(Client viewer, String tag) {
        viewer.put("/v1/tags/" + tag + "/follow", null).expect(204);
    }

    @Test
    void aTagTellsHowMuchItIsUsedAndFollowed() {
        written(susan, tagged(one.toUpperCase(java.util.Locale.ROOT)));
        written(susan, tagged(one).put("visibility", "private"));
        written(susan, tagged(one).put("status", "draft"));
        var before = anybody.get("/v1/tags/" + one).expect(200).json();
        assertEquals(one, before.getString("name"));
        assertEquals(counts(1, 0), before.getJsonObject("counts"));
        assertFalse(before.containsKey("followed"));
        follow(susan, one);
        follow(susan, one);
        follow(david, "%23" + one.toUpperCase(java.util.Locale.ROOT));
        var after = susan.get("/v1/tags/" + one).expect(200).json();
        assertEquals(counts(1, 2), after.getJsonObject("counts"));
        assertTrue(after.getBoolean("followed"));
        susan.delete("/v1/tags/" + one + "/follow").expect(204);
        susan.delete("/v1/tags/" + one + "/follow").expect(204);
        assertFalse(susan.get("/v1/tags/" + one).expect(200).json().getBoolean("followed"));
        assertEquals("tag.followed tag.unfollowed", TestDatabase.ask(server.database(), """
                select string_agg(kind, ' ' order by id) from event
                where data ->> 'tag' = '%s' and actor_id = %s""".formatted(
                        one, susan.get("/v1/me").json().getString("id"))));
    }

    private static JsonObject counts(int posts, int followers) {
        return new JsonObject().put("posts", posts).put("followers", followers);
    }

    @Test
    void whatCanBeNoTagIsNotFound() {
        anybody.get("/v1/tags/%21%21").expect(404);
        anybody.get("/v1/tags/" + "x".repeat(51)).expect(404);
        susan.put("/v1/tags/%20/follow", null).expect(404);
        anybody.put("/v1/tags/" + one + "/follow", null).expect(401);
        assertEquals(
                counts(0, 0), anybody.get("/v1/tags/" + one).expect(200).json().getJsonObject("counts"));
        assertEquals("c++", anybody.get("/v1/tags/C%2B%2B").expect(200).json().getString("name"));
    }

    @Test
    void followedTagsAreListedInPages() {
        var tags = IntStream.range(0, 5).mapToObj(number -> one + number).toList();
        tags.forEach(tag -> follow(susan, tag));
        var found = new ArrayList<String>();
        var page = susan.get("/v1/me/tags?limit=2").expect(200);
        for (var next = next(page); ; next = next(page)) {
            found.addAll(each(page, "name"));
            if (next == null) {
                break;
            }
            page = susan.get("/v1/me/tags?limit=2&cursor=" + next).expect(200);
        }
        assertEquals(List.of(one + 4, one + 3, one + 2, one + 1, one + 0), found);
    }

    private static String next(Reply page) {
        return page.json().getJsonObject("page").getString("next");
    }

    @Test
    void nobodyFollowsMoreThanAHundred() {
        TestDatabase.execute(
                server.database(), """
                insert into tag_follow (account_id, tag, created_at)
                select %s, 'tag' || number, now() from generate_series(1, 97) number""".formatted(susan.get("/v1/me").json().getString("id")));
        var all = IntStream.range(0, 8)
                .mapToObj(number -> susan.sending("PUT", "/v1/tags/" + one + number + "/follow", null))
                .toList();
        var answers = all.stream().map(sent -> sent.join().status()).toList();
        assertEquals(3, answers.stream().filter(status -> status == 204).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(100, each(susan.get("/v1/me/tags?limit=100"), "name").size());
    }

    @Test
    void theTimelineShowsEachPostOnceNewestFirst() {
        follow(susan, one);
        follow(susan, other);
        var both = written(david, tagged(one, other));
        var first = written(david, tagged(one));
        var second = written(susan, tagged(other));
        written(david, tagged(tag()));
        written(david, tagged(one).put("visibility", "private"));
        written(david, tagged(one).put("replyTo", id(both)));
        var list = "/v1/me/tags/timeline";
        assertEquals(List.of(id(second), id(first), id(both)), each(susan.get(list), "id"));
        var page = susan.get(list + "?limit=1");
        assertEquals(List.of(id(second)), each(page, "id"));
        var third = written(david, tagged(one, other));
        var found = new ArrayList<String>();
        while (next(page) != null) {
            page = susan.get(list + "?limit=1&cursor=" + next(page));
            found.addAll(each(page, "id"));
        }
        assertEquals(List.of(id(first), id(both)), found);
        var prev = susan.get(list + "?limit=2").json().getJsonObject("page").getString("prev");
        assertEquals(List.of(), each(susan.get(list + "?limit=2&cursor=" + prev), "id"));
        assertEquals(id(third), each(susan.get(list + "?limit=1"), "id").get(0));
        assertEquals(List.of(), each(david.get(list), "id"));
    }

    @Test
    void theTimelineKeepsOutWhomOneDoesNotWantToHear() {
        follow(susan, one);
        var post = written(david, tagged(one));
        assertEquals(List.of(id(post)), each(susan.get("/v1/me/tags/timeline"), "id"));
        relate("mute (account_id, muted_id, created_at)");
        assertEquals(List.of(), each(susan.get("/v1/me/tags/timeline"), "id"));
    }

    private void relate(String table) {
        TestDatabase.execute(
                server.database(),
                "insert into " + table + " values ("
                        + susan.get("/v1/me").json().getString("id") + ", "
                        + david.get("/v1/me").json().getString("id") + ", now())");
    }

    private static String id(Reply post) {
        return post.json().getString("id");
    }

    @Test
    void tagsAreRankedByTheAccountsThatUsedThem() {
        try (var alone = Server.start(java.util.Map.of())) {
            var writers = IntStream.range(0, 3)
                    .mapToObj(number -> alone.client().register())
                    .toList();
            writers.forEach(writer -> written(writer, tagged("many")));
            IntStream.range(0, 5).forEach(number -> written(writers.get(0), tagged("often")));
            written(writers.get(1), tagged("secret").put("visibility", "private"));
            written(writers.get(1), tagged("once"));
            Eventually.holds(Duration.ofSeconds(40), "the tags are ranked", () -> each(
                            alone.client().get("/v1/tags"), "name")
                    .equals(List.of("many", "often", "once")));
            var first = alone.client().get("/v1/tags?limit=1").expect(200);
            assertEquals(
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("name", "many")
                                    .put(
                                            "counts",
                                            new JsonObject().put("accounts", 3).put("posts", 3))),
                    first.json().getJsonArray("data"));
            assertNull(next(first));
        }
    }
}
