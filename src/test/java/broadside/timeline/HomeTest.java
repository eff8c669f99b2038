package broadside.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Home: what oneself and those one follows have published or reposted. */
class HomeTest {
    private static final Server SERVER = Server.shared();

    private final String name = Client.name();
    private final List<Client> people = Guests.named(SERVER, name, 5);
    private final Client reader = people.get(0);
    private final Client ada = people.get(1);
    private final Client bea = people.get(2);
    private final Client stranger = people.get(3);

    private void puts(Client who, int whom, String what) {
        who.put("/v1/accounts/" + name + whom + "/" + what, null).expect(204);
    }

    private static String wrote(Client author, String body) {
        return wrote(author, new JsonObject().put("body", body));
    }

    private static String wrote(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201).json().getString("id");
    }

    /** As whoever serves reposts does it: an entry of its own. */
    private void reposts(int who, String post, int secondsFromNow) {
        TestDatabase.execute(SERVER.database(), """
                insert into entry (actor_id, at, post_id, repost, reply)
                select a.id, now() + %d * interval '1 second', p.id, true, p.parent_id is not null
                from account a, post p where a.username = '%s' and p.id = %s
                """.formatted(secondsFromNow, name + who, post));
    }

    private static Reply home(Client who, String query) {
        return who.get("/v1/me/timeline" + query).expect(200);
    }

    private static Stream<JsonObject> entries(Reply page) {
        return page.json().getJsonArray("data").stream().map(JsonObject.class::cast);
    }

    private static List<String> ids(Reply page) {
        return entries(page)
                .map(entry -> entry.getJsonObject("post").getString("id"))
                .toList();
    }

    private static List<String> reposters(Reply page) {
        return entries(page)
                .map(entry ->
                        entry.getJsonObject("repostedBy", new JsonObject()).getString("username", "nobody"))
                .toList();
    }

    private static String cursor(Reply page, String which) {
        return page.json().getJsonObject("page").getString(which);
    }

    @Test
    void homeIsOnesOwnAndWhatThoseOneFollowsWrite() {
        puts(reader, 2, "follow");
        var adas = wrote(ada, "Ada's");
        wrote(stranger, "Nobody asked");
        var forFollowers =
                wrote(ada, new JsonObject().put("body", "For followers").put("visibility", "followers"));
        wrote(ada, new JsonObject().put("body", "For herself").put("visibility", "private"));
        wrote(ada, new JsonObject().put("body", "Not yet").put("status", "draft"));
        var own = wrote(reader, new JsonObject().put("body", "For myself").put("visibility", "private"));
        assertEquals(List.of(own, forFollowers, adas), ids(home(reader, "")));
        assertEquals(List.of("nobody", "nobody", "nobody"), reposters(home(reader, "")));
        reader.delete("/v1/accounts/" + name + "2/follow").expect(204);
        assertEquals(List.of(own), ids(home(reader, "")));
    }

    @Test
    void repliesAreThereForWhoAsks() {
        puts(reader, 2, "follow");
        var post = wrote(stranger, "A question");
        var reply = wrote(ada, new JsonObject().put("body", "An answer").put("replyTo", post));
        var own = wrote(reader, new JsonObject().put("body", "Another").put("replyTo", post));
        assertEquals(List.of(), ids(home(reader, "")));
        assertEquals(List.of(own, reply), ids(home(reader, "?replies=true")));
    }

    @Test
    void whatIsMutedOrBlockedIsNotThereNotEvenReposted() {
        puts(reader, 2, "follow");
        puts(reader, 3, "follow");
        var adas = wrote(ada, "Ada's");
        var strangers = wrote(stranger, "Stranger's");
        reposts(3, adas, 10);
        reposts(2, strangers, 20);
        assertEquals(List.of(strangers, adas), ids(home(reader, "")));
        assertEquals(List.of(name + 2, name + 3), reposters(home(reader, "")));
        puts(reader, 3, "mute");
        assertEquals(List.of(name + 2, "nobody"), reposters(home(reader, "")));
        puts(reader, 4, "mute");
        assertEquals(List.of(adas), ids(home(reader, "")));
        reader.delete("/v1/accounts/" + name + "4/mute").expect(204);
        puts(stranger, 1, "block");
        assertEquals(List.of(adas), ids(home(reader, "")));
        puts(reader, 2, "block");
        assertEquals(List.of(), ids(home(reader, "")));
    }

    @Test
    void aPostStandsThereOnceAtItsNewestEntry() {
        puts(reader, 2, "follow");
        puts(reader, 3, "follow");
        var first = wrote(ada, "First");
        var second = wrote(ada, "Second");
        stranger.put("/v1/posts/" + first + "/repost", null).expect(204);
        reposts(5, first, -100);
        puts(reader, 5, "follow");
        assertEquals(List.of(second, first), ids(home(reader, "")));
        bea.put("/v1/posts/" + first + "/repost", null).expect(204);
        assertEquals(List.of(name + 3, "nobody"), reposters(home(reader, "")));
        reader.put("/v1/posts/" + first + "/repost", null).expect(204);
        assertEquals(List.of(first, second), ids(home(reader, "")));
        assertEquals(List.of(name + 1, "nobody"), reposters(home(reader, "")));
        var again = wrote(ada, "Third");
        assertEquals(List.of(again, first, second), ids(home(reader, "")));
        reader.delete("/v1/posts/" + first + "/repost").expect(204);
        bea.delete("/v1/posts/" + first + "/repost").expect(204);
        assertEquals(List.of(again, second, first), ids(home(reader, "")));
        assertEquals(List.of(second), ids(home(reader, "?limit=1&cursor=" + cursor(home(reader, "?limit=1"), "next"))));
    }

    /** However many entries in a row are not shown, what comes after them is. */
    @Test
    void whatIsNotShownHidesNothingElse() {
        puts(reader, 2, "follow");
        puts(reader, 3, "follow");
        var last = wrote(bea, "Under them all");
        var posts = IntStream.range(0, 60)
                .mapToObj(number -> wrote(stranger, "Heard enough " + number))
                .toList();
        posts.forEach(post -> reposts(2, post, 10));
        puts(reader, 4, "mute");
        assertEquals(List.of(last), ids(home(reader, "?limit=3")));
    }

    @Test
    void pagesLeadBothWays() {
        puts(reader, 2, "follow");
        var posts = new ArrayList<String>();
        IntStream.range(0, 7).forEach(number -> posts.add(0, wrote(number % 2 == 0 ? ada : reader, "Post " + number)));
        var first = home(reader, "?limit=3");
        var second = home(reader, "?limit=3&cursor=" + cursor(first, "next"));
        assertEquals(posts.subList(0, 3), ids(first));
        assertEquals(posts.subList(3, 6), ids(second));
        assertEquals(posts.subList(0, 3), ids(home(reader, "?limit=3&cursor=" + cursor(second, "prev"))));
        assertEquals(posts.subList(1, 3), ids(home(reader, "?limit=2&cursor=" + cursor(second, "prev"))));
        assertEquals(List.of(), ids(home(reader, "?cursor=" + cursor(first, "prev"))));
        posts.add(0, wrote(ada, "News"));
        posts.add(0, wrote(bea, "Nobody's news"));
        reposts(2, posts.get(5), 10);
        assertEquals(
                List.of(posts.get(5), posts.get(1)), ids(home(reader, "?limit=3&cursor=" + cursor(first, "prev"))));
        reader.get("/v1/me/timeline?replies=true&cursor=" + cursor(first, "prev"))
                .expect(400);
    }

    /** Whoever reads on while others write, repost and follow misses nothing that was there and gets nothing twice. */
    @Test
    void readingOnLosesAndRepeatsNothing() {
        puts(reader, 2, "follow");
        puts(reader, 3, "follow");
        var there = IntStream.range(0, 40)
                .mapToObj(number -> wrote(number % 3 == 0 ? bea : ada, "Post " + number))
                .toList();
        IntStream.range(0, 10).forEach(number -> reposts(3, there.get(number), -1));
        IntStream.range(5, 20).forEach(number -> reposts(4, there.get(number), -2));
        var seen = new ArrayList<String>();
        String next = "";
        for (int page = 0; next != null; page++) {
            var entries = home(reader, "?limit=4" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(ids(entries));
            next = cursor(entries, "next");
            wrote(ada, "Meanwhile " + page);
            reposts(2, there.get(page), 1);
            reposts(5, there.get(page + 5), -3);
            if (page == 3) {
                puts(reader, 4, "follow");
                puts(reader, 5, "follow");
            }
        }
        assertEquals(seen.stream().distinct().toList(), seen);
        assertEquals(there.stream().sorted().toList(), seen.stream().sorted().toList());
    }
}
