package broadside.reaction;

import static broadside.reaction.LikeTest.username;
import static broadside.reaction.LikeTest.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who liked a post, and what one bookmarked or liked. */
class ReactionListTest {
    private final Server server = Server.shared();
    private final List<Client> people = Guests.of(server, 8);
    private final Client author = people.get(0);
    private final Client fan = people.get(1);

    static Stream<JsonObject> each(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream().map(JsonObject.class::cast);
    }

    static List<String> names(Reply page) {
        return each(page).map(account -> account.getString("username")).toList();
    }

    private static List<String> ids(Reply page) {
        return each(page).map(post -> post.getString("id")).toList();
    }

    /** All pages of a list of posts, and that going back from the last leads to where it began. */
    private static List<String> all(Client client, String list) {
        var found = new ArrayList<String>();
        var page = client.get(list).expect(200);
        var first = ids(page);
        while (true) {
            found.addAll(ids(page));
            var links = page.json().getJsonObject("page");
            if (links.getString("next") == null) {
                break;
            }
            page = client.get(list + "&cursor=" + links.getString("next")).expect(200);
            var back = client.get(
                    list + "&cursor=" + page.json().getJsonObject("page").getString("prev"));
            assertEquals(found.subList(found.size() - first.size(), found.size()), ids(back));
        }
        return found;
    }

    private static List<String> newestFirst(List<String> posts) {
        var reversed = new ArrayList<>(
                posts.stream().map(post -> post.replaceFirst(".*/", "")).toList());
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void whoLikedAPostTheLatestFirst() {
        var post = written(author, new JsonObject());
        people.forEach(one -> one.put(post + "/like", null).expect(204));
        var expected = new ArrayList<>(people.stream().map(LikeTest::username).toList());
        Collections.reverse(expected);
        var page = server.client().get(post + "/likes?limit=5").expect(200);
        assertEquals(expected.subList(0, 5), names(page));
        var next = page.json().getJsonObject("page").getString("next");
        assertEquals(expected.subList(5, 8), names(server.client().get(post + "/likes?limit=5&cursor=" + next)));
    }

    @Test
    void aSuspendedFanIsNotShown() {
        var post = written(author, new JsonObject());
        people.forEach(one -> one.put(post + "/like", null).expect(204));
        TestDatabase.execute(
                server.database(), "update account set suspended_at = now() where username = '" + username(fan) + "'");
        assertEquals(7, names(server.client().get(post + "/likes")).size());
        assertEquals(
                8, author.get(post).expect(200).json().getJsonObject("counts").getLong("likes"));
    }

    @Test
    void bookmarksInTheOrderOfBookmarking() {
        var posts = IntStream.range(0, 7)
                .mapToObj(number -> written(author, new JsonObject()))
                .toList();
        var order = new ArrayList<>(posts);
        Collections.shuffle(order);
        order.forEach(post -> fan.put(post + "/bookmark", null).expect(204));
        order.forEach(post -> fan.put(post + "/bookmark", null).expect(204));
        assertEquals(newestFirst(order), all(fan, "/v1/me/bookmarks?limit=3"));
        assertEquals(List.of(), all(author, "/v1/me/bookmarks?limit=3"));
        server.client().get("/v1/me/bookmarks").expect(401);
    }

    @Test
    void likesInTheOrderOfLiking() {
        var posts = IntStream.range(0, 5)
                .mapToObj(number -> written(author, new JsonObject()))
                .toList();
        posts.forEach(post -> fan.put(post + "/like", null).expect(204));
        assertEquals(newestFirst(posts), all(fan, "/v1/me/likes?limit=2"));
        assertEquals(List.of(), all(author, "/v1/me/likes?limit=2"));
    }

    @Test
    void whatOneDoesNotSeeAnyMoreVanishes() {
        var kept = written(author, new JsonObject());
        var gone = written(author, new JsonObject());
        var turned = written(author, new JsonObject());
        Stream.of(kept, gone, turned).forEach(post -> {
            fan.put(post + "/bookmark", null).expect(204);
            fan.put(post + "/like", null).expect(204);
        });
        author.delete(gone, "If-Match", author.get(gone).etag()).expect(204);
        author.patch(
                        turned,
                        new JsonObject().put("visibility", "private"),
                        "If-Match",
                        author.get(turned).etag())
                .expect(200);
        for (var list : List.of("/v1/me/bookmarks", "/v1/me/likes")) {
            assertEquals(newestFirst(List.of(kept)), ids(fan.get(list)));
        }
    }
}
