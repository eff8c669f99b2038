package broadside.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is worth a look, on a site of its own, since a ranking is of the whole site. */
class ExploreTest {
    private static final String POSTS = "/v1/explore/posts";
    private static final String ACCOUNTS = "/v1/explore/accounts";

    private final Server server = Server.start(Map.of());
    private final List<Client> people = Guests.of(server, 6);
    private final Client anybody = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    private static String written(Client author) {
        return author.post("/v1/posts", new JsonObject().put("body", "Hello"))
                .expect(201)
                .json()
                .getString("id");
    }

    private void like(String post, int likes) {
        for (int fan = 0; fan < likes; fan++) {
            people.get(fan).put("/v1/posts/" + post + "/like", null).expect(204);
        }
    }

    private static String me(Client client) {
        return client.get("/v1/me").expect(200).json().getString("id");
    }

    private static List<String> ids(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("id"))
                .toList();
    }

    private String computed() {
        return String.valueOf(TestDatabase.ask(server.database(), "select max(computed_at) from suggested_account"));
    }

    /** Waits for a ranking of what is there now. */
    private void ranked() {
        var before = computed();
        server.clock().forward(Duration.ofMinutes(6));
        Eventually.holds(
                Duration.ofSeconds(20), "a new ranking", () -> !computed().equals(before));
    }

    @Test
    void whatMostReactedToComesFirst() {
        var posts = people.stream().map(ExploreTest::written).toList();
        like(posts.get(2), 5);
        like(posts.get(4), 3);
        like(posts.get(1), 1);
        people.get(0).put("/v1/posts/" + posts.get(1) + "/repost", null).expect(204);
        ranked();
        assertEquals(List.of(posts.get(2), posts.get(1), posts.get(4)), ids(anybody.get(POSTS)));
        var authors = ids(anybody.get(ACCOUNTS));
        assertEquals(List.of(me(people.get(2)), me(people.get(1)), me(people.get(4))), authors.subList(0, 3));
        assertEquals(6, authors.size());
        assertFalse(ids(people.get(2).get(ACCOUNTS)).contains(me(people.get(2))));
    }

    @Test
    void whoReadsOnStaysInOneRanking() {
        var posts = people.stream().map(ExploreTest::written).toList();
        for (int number = 0; number < 6; number++) {
            like(posts.get(number), 6 - number);
        }
        ranked();
        var seen = new ArrayList<String>();
        var page = anybody.get(POSTS + "?limit=2").expect(200);
        seen.addAll(ids(page));
        people.forEach(
                one -> one.put("/v1/posts/" + posts.get(5) + "/repost", null).expect(204));
        ranked();
        assertEquals(posts.get(5), ids(anybody.get(POSTS + "?limit=2")).get(0));
        while (page.json().getJsonObject("page").getString("next") != null) {
            var next = page.json().getJsonObject("page").getString("next");
            page = anybody.get(POSTS + "?limit=2&cursor=" + next).expect(200);
            seen.addAll(ids(page));
        }
        assertEquals(posts, seen);
    }

    @Test
    void whatOneMayNotSeeIsLeftOutAtOnce() {
        var posts = people.stream().map(ExploreTest::written).toList();
        for (int number = 0; number < 6; number++) {
            like(posts.get(number), 6 - number);
        }
        ranked();
        assertEquals(posts, ids(anybody.get(POSTS)));
        TestDatabase.execute(
                server.database(), "update account set suspended_at = now() where id = " + me(people.get(0)));
        TestDatabase.execute(server.database(), "update post set hidden_at = now() where id = " + posts.get(1));
        var viewer = people.get(5);
        var id = me(viewer);
        TestDatabase.execute(
                server.database(), "insert into block values (" + me(people.get(2)) + ", " + id + ", now())");
        TestDatabase.execute(
                server.database(), "insert into mute values (" + id + ", " + me(people.get(3)) + ", now())");
        assertEquals(posts.subList(4, 6), ids(viewer.get(POSTS)));
        assertEquals(posts.subList(2, 6), ids(anybody.get(POSTS)));
        assertEquals(List.of(me(people.get(1)), me(people.get(4))), ids(viewer.get(ACCOUNTS)));
        TestDatabase.execute(
                server.database(), "insert into follow values (" + id + ", " + me(people.get(4)) + ", now())");
        assertEquals(List.of(me(people.get(1))), ids(viewer.get(ACCOUNTS)));
    }

    @Test
    void oldRankingsGo() {
        like(written(people.get(0)), 2);
        ranked();
        var first = computed();
        server.clock().forward(Duration.ofMinutes(70));
        ranked();
        assertEquals(
                "0",
                TestDatabase.ask(
                        server.database(),
                        "select count(*) from suggested_account where computed_at <= '" + first + "'"));
        assertTrue(ids(anybody.get(POSTS)).size() == 1);
    }
}
