package broadside.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts are of what is there, whoever asks: a suspension changes none, and whoever leaves takes along what she did. */
class LeavingCountsTest {
    private static final List<String> LISTS = List.of("followers", "following", "replies", "likes", "reposts");

    private final Server server = Server.shared();
    private final Client anybody = server.client();
    private final String adasName = Client.name();
    private final String beasName = Client.name();
    private final Client ada = anybody.register(adasName);
    private final Client bea = anybody.register(beasName);
    private String post = "";

    @BeforeEach
    void meet() {
        post = ada.post("/v1/posts", new JsonObject().put("body", "Words"))
                .expect(201)
                .header("Location")
                .orElseThrow();
        bea.put("/v1/accounts/" + adasName + "/follow", null).expect(204);
        ada.put("/v1/accounts/" + beasName + "/follow", null).expect(204);
        bea.put(post + "/like", null).expect(204);
        bea.put(post + "/repost", null).expect(204);
        var id = post.substring(post.lastIndexOf('/') + 1);
        bea.post("/v1/posts", new JsonObject().put("body", "Answer").put("replyTo", id))
                .expect(201);
        assertEquals(List.of(1, 1, 1, 1, 1), counts());
        assertEquals(List.of(1, 1, 1, 1, 1), lengths());
    }

    private List<Integer> counts() {
        var account = anybody.get("/v1/accounts/" + adasName).expect(200).json().getJsonObject("counts");
        var words = anybody.get(post).expect(200).json().getJsonObject("counts");
        return LISTS.stream()
                .map(list -> (account.containsKey(list) ? account : words).getInteger(list))
                .toList();
    }

    private List<Integer> lengths() {
        return LISTS.stream()
                .map(list -> (list.startsWith("follow") ? "/v1/accounts/" + adasName : post) + "/" + list)
                .map(path -> anybody.get(path)
                        .expect(200)
                        .json()
                        .getJsonArray("data")
                        .size())
                .toList();
    }

    private void suspend(String to) {
        TestDatabase.execute(
                server.database(), "update account set suspended_at = " + to + " where username = '" + beasName + "'");
    }

    @Test
    void aSuspensionHidesAndChangesNoCount() {
        suspend("now()");
        assertEquals(List.of(0, 0, 0, 0, 0), lengths());
        assertEquals(List.of(1, 1, 1, 1, 1), counts());
        suspend("null");
        assertEquals(List.of(1, 1, 1, 1, 1), lengths());
        assertEquals(List.of(1, 1, 1, 1, 1), counts());
    }

    @Test
    void whoeverLeavesTakesBackWhatSheDid() {
        bea.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD)).expect(204);
        assertEquals(List.of(0, 0, 0, 0, 0), lengths());
        Eventually.holds(Duration.ofSeconds(30), "counts are as lists are", () -> counts().equals(lengths()));
    }
}
