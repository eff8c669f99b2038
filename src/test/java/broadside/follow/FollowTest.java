package broadside.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Patience;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following, blocking and muting. */
class FollowTest {
    private static final Server SERVER = Server.shared();

    private final String name = Client.name();
    private final List<Client> people = Guests.named(SERVER, name, 3);
    private final Client ada = people.get(0);
    private final Client bea = people.get(1);
    private final Client cleo = people.get(2);

    private static String account(String username) {
        return "/v1/accounts/" + username;
    }

    private String adas(String what) {
        return account(name + 1) + "/" + what;
    }

    private static JsonObject counts(Client client) {
        return client.get("/v1/me").expect(200).json().getJsonObject("counts");
    }

    private static List<String> names(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(person -> ((JsonObject) person).getString("username"))
                .toList();
    }

    private static String posted(Client author, String visibility) {
        var draft = new JsonObject().put("body", "Words").put("visibility", visibility);
        return author.post("/v1/posts", draft).expect(201).header("Location").orElseThrow();
    }

    private long events(String kind) {
        return Long.parseLong(String.valueOf(TestDatabase.ask(
                SERVER.database(),
                "select count(*) from event e join account a on a.id = e.subject_id where a.username = '" + name
                        + "1' and e.kind = '" + kind + "'")));
    }

    @Test
    void followingTwiceIsFollowingOnce() {
        bea.put(adas("follow"), null).expect(204);
        bea.put(adas("follow"), null).expect(204);
        assertEquals(1, counts(ada).getInteger("followers"));
        assertEquals(1, counts(bea).getInteger("following"));
        assertEquals(1, events("follow.begun"));
        bea.delete(adas("follow")).expect(204);
        bea.delete(adas("follow")).expect(204);
        assertEquals(0, counts(ada).getInteger("followers"));
        assertEquals(0, counts(bea).getInteger("following"));
        assertEquals(1, events("follow.ended"));
    }

    /** Whoever ended it is the actor, and the event says whose follow it was. */
    @Test
    void theEndOfAFollowTellsWhoEndedIt() {
        bea.put(adas("follow"), null).expect(204);
        ada.put(account(name + 2) + "/follow", null).expect(204);
        ada.delete("/v1/me/followers/" + name + 2).expect(204);
        bea.put(adas("follow"), null).expect(204);
        bea.put(adas("block"), null).expect(204);
        assertEquals(
                "1 ended 2 of 2, 2 ended 1 of 2, 2 ended 1 of 1",
                TestDatabase.ask(SERVER.database(), """
                select string_agg(replace(a.username || ' ended ' || s.username || ' of ' || f.username, '%s', ''), ', ' order by e.id)
                from event e join account a on a.id = e.actor_id join account s on s.id = e.subject_id
                join account f on f.id = (e.data ->> 'follower')::bigint
                where e.kind = 'follow.ended' and a.username in ('%1$s1', '%1$s2')""".formatted(name)));
    }

    @Test
    void postsForFollowersAreForThem() {
        var post = posted(ada, "followers");
        bea.get(post).expect(404);
        bea.put(adas("follow"), null).expect(204);
        bea.get(post).expect(200);
        SERVER.client().get(post).expect(404);
        bea.delete(adas("follow")).expect(204);
        bea.get(post).expect(404);
    }

    @Test
    void aBlockHidesBothAndEndsFollows() {
        var adasPost = posted(ada, "public");
        var beasPost = posted(bea, "public");
        bea.put(adas("follow"), null).expect(204);
        ada.put(account(name + 2) + "/follow", null).expect(204);
        bea.put(adas("block"), null).expect(204);
        bea.put(adas("block"), null).expect(204);
        assertEquals(1, events("block.begun"));
        assertEquals(0, counts(ada).getInteger("followers") + counts(ada).getInteger("following"));
        assertEquals(0, counts(bea).getInteger("followers") + counts(bea).getInteger("following"));
        bea.get(adasPost).expect(404);
        ada.get(beasPost).expect(404);
        ada.get(account(name + 2)).expect(404);
        ada.put(account(name + 2) + "/follow", null).expect(404);
        assertEquals(List.of(name + 1), names(bea.get("/v1/me/blocks")));
        assertEquals(List.of(), names(ada.get("/v1/me/blocks")));
        bea.delete(adas("block")).expect(204);
        bea.get(adasPost).expect(200);
        assertEquals(0, counts(bea).getInteger("following"), "the follow does not come back");
    }

    @Test
    void theMutedAreOutOfListsButNotOutOfTheWorld() {
        var post = posted(ada, "public");
        bea.put(adas("mute"), null).expect(204);
        var list = bea.get("/v1/posts?limit=100").expect(200);
        assertEquals(
                0,
                list.json().getJsonArray("data").stream()
                        .filter(each -> post.endsWith("/" + ((JsonObject) each).getString("id")))
                        .count());
        bea.get(post).expect(200);
        assertEquals(
                1,
                bea.get(adas("posts")).expect(200).json().getJsonArray("data").size());
        assertEquals(List.of(name + 1), names(bea.get("/v1/me/mutes")));
        bea.delete(adas("mute")).expect(204);
        assertEquals(List.of(), names(bea.get("/v1/me/mutes")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow", "block", "mute"})
    void nobodyDoesThatToOneself(String what) {
        assertEquals("conflict", ada.put(adas(what), null).expect(409).problem());
        ada.put(account(Client.name()) + "/" + what, null).expect(404);
        SERVER.client().put(adas(what), null).expect(401);
    }

    @Test
    void listsArePagedAndShowWhoMayBeSeen() {
        for (var follower : List.of(bea, cleo)) {
            follower.put(adas("follow"), null).expect(204);
        }
        var first = cleo.get(adas("followers?limit=1")).expect(200);
        assertEquals(List.of(name + 3), names(first));
        var next = first.json().getJsonObject("page").getString("next");
        assertEquals(List.of(name + 2), names(cleo.get(adas("followers?limit=1&cursor=" + next))));
        assertEquals(List.of(name + 1), names(SERVER.client().get(account(name + 2) + "/following")));
        bea.put(account(name + 3) + "/block", null).expect(204);
        assertEquals(List.of(name + 3), names(cleo.get(adas("followers"))));
        assertEquals(List.of(name + 3, name + 2), names(ada.get(adas("followers"))));
    }

    @Test
    void relationshipsOfManyInOneCall() {
        bea.put(adas("follow"), null).expect(204);
        bea.put(account(name + 3) + "/mute", null).expect(204);
        var asked = "/v1/me/relationships?username=" + String.join(",", name + 3, name + 1, Client.name());
        var found = bea.get(asked).expect(200).json().getJsonArray("data");
        assertEquals(2, found.size());
        assertEquals(true, found.getJsonObject(0).getBoolean("following"));
        assertEquals(true, found.getJsonObject(1).getBoolean("muting"));
        assertEquals(
                true,
                ada.get("/v1/me/relationships?username=" + name + 2)
                        .json()
                        .getJsonArray("data")
                        .getJsonObject(0)
                        .getBoolean("followedBy"));
        bea.get("/v1/me/relationships?username=" + "x,".repeat(100)).expect(400);
    }

    @Test
    void aThousandAtOnceAreAThousand() {
        var crowd = Guests.of(SERVER, 1_000);
        var answers = new ArrayList<CompletableFuture<Reply>>();
        for (var follower : crowd) {
            answers.add(Patience.with(() -> follower.sending("PUT", adas("follow"), null)));
        }
        assertEquals(
                1_000,
                answers.stream().filter(answer -> answer.join().status() == 204).count());
        assertEquals(1_000, counts(ada).getInteger("followers"));
        assertEquals(1_000, events("follow.begun"));
        var undone = IntStream.range(0, 500)
                .mapToObj(number -> crowd.get(number).sending("DELETE", adas("follow"), null))
                .toList();
        var gone =
                undone.stream().filter(answer -> answer.join().status() == 204).count();
        assertEquals(1_000 - gone, (long) counts(ada).getInteger("followers"));
        assertEquals(String.valueOf(1_000 - gone), TestDatabase.ask(SERVER.database(), """
                select count(*) from follow f join account a on a.id = f.followed_id
                where a.username = '""" + name + "1'"));
    }
}
