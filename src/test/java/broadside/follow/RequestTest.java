package broadside.follow;

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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to follow a locked account asks, and waits. */
class RequestTest {
    private static final String REQUESTS = "/v1/me/follow-requests";
    private static final String SENT = "/v1/me/sent-follow-requests";
    private static final Server SERVER = Server.shared();

    private final String name = Client.name();
    private final List<Client> people = Guests.named(SERVER, name, 3);
    private final Client ada = people.get(0);
    private final Client bea = people.get(1);
    private final Client cleo = people.get(2);

    @BeforeEach
    void lock() {
        var me = ada.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        assertTrue(me.json().getBoolean("locked"));
    }

    private String adas(String what) {
        return "/v1/accounts/" + name + 1 + "/" + what;
    }

    private String beas(String list) {
        return "/v1/me/" + list + "/" + name + 2;
    }

    private static List<String> names(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(person -> ((JsonObject) person).getString("username"))
                .toList();
    }

    private JsonObject relationship(Client viewer, int other) {
        var found = viewer.get("/v1/me/relationships?username=" + name + other).expect(200);
        return found.json().getJsonArray("data").getJsonObject(0);
    }

    private static String counts(Client client) {
        var counts = client.get("/v1/me").expect(200).json().getJsonObject("counts");
        return counts.getInteger("followers") + " " + counts.getInteger("following");
    }

    /** Kinds of the events between these people, in their order; who did it to whom. */
    private String events() {
        return String.valueOf(TestDatabase.ask(SERVER.database(), """
                select coalesce(string_agg(e.kind || ' ' || right(a.username, 1) || right(s.username, 1), ', ' order by e.id), '')
                from event e join account a on a.id = e.actor_id join account s on s.id = e.subject_id
                where a.username like '%s_' and e.subject_type = 'account' and e.kind !~ '^account'""".formatted(name)));
    }

    @Test
    void anAccountIsLockedOrNot() {
        assertTrue(cleo.get("/v1/accounts/" + name + 1).expect(200).json().getBoolean("locked"));
        assertFalse(cleo.get("/v1/me").expect(200).json().getBoolean("locked"));
        var wrong = ada.patch("/v1/me", new JsonObject().put("locked", "yes")).expect(400);
        assertEquals("type", wrong.violation("/locked"));
        assertEquals(
                "required",
                ada.patch("/v1/me", new JsonObject().putNull("locked"))
                        .expect(400)
                        .violation("/locked"));
        ada.patch("/v1/me", new JsonObject().put("bio", "x")).expect(200);
        assertTrue(ada.get("/v1/me").expect(200).json().getBoolean("locked"), "what is absent stays");
    }

    @Test
    void askingTwiceIsAskingOnceAndNotFollowing() {
        bea.put(adas("follow"), null).expect(202);
        bea.put(adas("follow"), null).expect(202);
        assertEquals("follow.requested 21", events());
        assertEquals("0 0", counts(ada));
        assertEquals("0 0", counts(bea));
        assertEquals(List.of(name + 2), names(ada.get(REQUESTS)));
        assertEquals(List.of(name + 1), names(bea.get(SENT)));
        assertEquals(List.of(), names(ada.get(SENT)));
        assertEquals(List.of(), names(bea.get(REQUESTS)));
        assertTrue(relationship(bea, 1).getBoolean("requested"));
        assertFalse(relationship(bea, 1).getBoolean("following"));
        assertTrue(relationship(ada, 2).getBoolean("requestedBy"));
    }

    @Test
    void postsForFollowersAreForThemOnceTheyAreAccepted() {
        var draft = new JsonObject().put("body", "Words").put("visibility", "followers");
        var post = ada.post("/v1/posts", draft).expect(201).header("Location").orElseThrow();
        bea.put(adas("follow"), null).expect(202);
        bea.get(post).expect(404);
        ada.put(beas("followers"), null).expect(204);
        ada.put(beas("followers"), null).expect(204);
        bea.get(post).expect(200);
        assertEquals("follow.requested 21, follow.accepted 12", events());
        assertEquals("1 0", counts(ada));
        assertEquals("0 1", counts(bea));
        assertEquals(List.of(), names(ada.get(REQUESTS)));
        assertEquals(List.of(name + 2), names(ada.get(adas("followers"))));
        bea.put(adas("follow"), null).expect(204);
        ada.delete(beas("followers")).expect(204);
        ada.delete(beas("followers")).expect(204);
        bea.get(post).expect(404);
        assertEquals("0 0", counts(ada));
        assertEquals("0 0", counts(bea));
    }

    @Test
    void whoeverIsTurnedDownMayAskAgain() {
        bea.put(adas("follow"), null).expect(202);
        ada.delete(beas("follow-requests")).expect(204);
        ada.delete(beas("follow-requests")).expect(204);
        ada.put(beas("followers"), null).expect(404);
        bea.put(adas("follow"), null).expect(202);
        bea.delete(adas("follow")).expect(204);
        bea.delete(adas("follow")).expect(204);
        assertEquals("follow.requested 21, follow.rejected 12, follow.requested 21, follow.withdrawn 21", events());
        ada.put(beas("followers"), null).expect(404);
        assertEquals("0 0", counts(ada));
    }

    @Test
    void aBlockEndsRequestsBothWays() {
        bea.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        bea.put(adas("follow"), null).expect(202);
        ada.put("/v1/accounts/" + name + 2 + "/follow", null).expect(202);
        ada.put("/v1/accounts/" + name + 2 + "/block", null).expect(204);
        assertTrue(relationship(ada, 2).getBoolean("blocking"));
        ada.put(beas("followers"), null).expect(404);
        bea.put("/v1/me/followers/" + name + 1, null).expect(404);
        ada.delete("/v1/accounts/" + name + 2 + "/block").expect(204);
        for (var client : List.of(ada, bea)) {
            assertEquals(List.of(), names(client.get(REQUESTS)));
            assertEquals(List.of(), names(client.get(SENT)));
        }
        assertFalse(relationship(ada, 2).getBoolean("blocking"));
        assertEquals(
                "follow.requested 21, follow.requested 12, block.begun 12, follow.withdrawn 12, follow.rejected 12,"
                        + " block.ended 12",
                events());
    }

    @Test
    void listsArePagedNewestFirst() {
        bea.put(adas("follow"), null).expect(202);
        cleo.put(adas("follow"), null).expect(202);
        var first = ada.get(REQUESTS + "?limit=1").expect(200);
        assertEquals(List.of(name + 3), names(first));
        var next = first.json().getJsonObject("page").getString("next");
        assertEquals(List.of(name + 2), names(ada.get(REQUESTS + "?limit=1&cursor=" + next)));
        ada.get(SENT + "?limit=1&cursor=" + next).expect(400);
        cleo.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        bea.put("/v1/accounts/" + name + 3 + "/follow", null).expect(202);
        assertEquals(List.of(name + 3, name + 1), names(bea.get(SENT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended_at = now()", "suspended_at = now(), closed_at = now()"})
    void theSuspendedAndClosedAreInNoList(String away) {
        bea.put(adas("follow"), null).expect(202);
        cleo.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        ada.put("/v1/accounts/" + name + 3 + "/follow", null).expect(202);
        TestDatabase.execute(
                SERVER.database(),
                "update account set " + away + " where username in ('" + name + "2', '" + name + "3')");
        assertEquals(List.of(), names(ada.get(REQUESTS)));
        assertEquals(List.of(), names(ada.get(SENT)));
        ada.put(beas("followers"), null).expect(404);
    }

    @Test
    void whoeverWaitsIsAcceptedWhenTheAccountIsUnlocked() {
        var crowd = Guests.of(SERVER, 250);
        crowd.forEach(asker -> asker.put(adas("follow"), null).expect(202));
        bea.put(adas("follow"), null).expect(202);
        ada.patch("/v1/me", new JsonObject().put("locked", false)).expect(200);
        bea.put(adas("follow"), null).expect(204);
        Eventually.holds(
                Duration.ofSeconds(30), "all are accepted", () -> counts(ada).equals("251 0"));
        assertEquals(List.of(), names(ada.get(REQUESTS)));
        assertEquals("0 1", counts(crowd.get(249)));
        assertEquals("0 1", counts(bea));
        assertEquals("251", String.valueOf(TestDatabase.ask(SERVER.database(), """
                select count(*) from event e join account a on a.id in (e.actor_id, e.subject_id)
                where a.username = '%s1' and e.kind in ('follow.accepted', 'follow.begun')""".formatted(name))));
    }

    @Test
    void whoeverLocksItAgainIsAskedAgain() {
        ada.patch("/v1/me", new JsonObject().put("locked", false)).expect(200);
        bea.put(adas("follow"), null).expect(204);
        ada.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        cleo.put(adas("follow"), null).expect(202);
        bea.put(adas("follow"), null).expect(204);
        Eventually.holds(Duration.ofSeconds(10), "nothing is left to be accepted", () -> "0"
                .equals(String.valueOf(TestDatabase.ask(SERVER.database(), """
                        select count(*) from unlocking u join account a on a.id = u.account_id
                        where a.username = '%s1'""".formatted(name)))));
        assertEquals(List.of(name + 3), names(ada.get(REQUESTS)));
        assertEquals("1 0", counts(ada));
    }

    @Test
    void nobodyAsksOneself() {
        ada.put("/v1/me/followers/" + name + 1, null).expect(409);
        ada.delete("/v1/me/follow-requests/" + name + 1).expect(409);
        ada.put("/v1/me/followers/" + Client.name(), null).expect(404);
    }
}
