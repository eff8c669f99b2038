package broadside.moderation;

import static broadside.moderation.Town.SERVER;
import static broadside.moderation.Town.anybody;
import static broadside.moderation.Town.author;
import static broadside.moderation.Town.data;
import static broadside.moderation.Town.id;
import static broadside.moderation.Town.idOf;
import static broadside.moderation.Town.username;
import static broadside.moderation.Town.withRole;
import static broadside.moderation.Town.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.account.Role;
import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every act of those in charge is in the log, once, and stays there. */
class AuditTest {
    private final Client author = author();
    private final Client moderator = withRole("moderator");
    private final Client admin = withRole("admin");

    /** The acts about something, the first one first. */
    private List<JsonObject> acts(String subjectType, String id) {
        var acts = new java.util.ArrayList<>(data(admin.get("/v1/moderation/audit?limit=100")).stream()
                .filter(act -> act.getString("subjectType").equals(subjectType)
                        && act.getString("subjectId").equals(id))
                .toList());
        java.util.Collections.reverse(acts);
        return acts;
    }

    private static List<String> each(List<JsonObject> acts, String member) {
        return acts.stream().map(act -> act.getString(member)).toList();
    }

    @Test
    void hidingAndRestoring() {
        var post = idOf(written(author));
        moderator
                .put("/v1/moderation/hidden-posts/" + post, new JsonObject().put("reason", "spam"))
                .expect(204);
        admin.delete("/v1/moderation/hidden-posts/" + post).expect(204);
        admin.delete("/v1/moderation/hidden-posts/" + post).expect(204);
        var acts = acts("post", post);
        assertEquals(List.of("post.hidden", "post.restored"), each(acts, "act"));
        assertEquals(List.of(id(moderator), id(admin)), each(acts, "actorId"));
        assertEquals("spam", acts.get(0).getString("reason"));
        assertEquals(username(moderator), acts.get(0).getJsonObject("actor").getString("username"));
    }

    @Test
    void suspendingAndRestoring() {
        var suspension = "/v1/accounts/" + username(author) + "/suspension";
        var id = id(author);
        moderator.put(suspension, new JsonObject().put("reason", "spam")).expect(204);
        moderator.put(suspension, new JsonObject().put("reason", "spam")).expect(204);
        moderator.delete(suspension).expect(204);
        moderator.delete(suspension).expect(204);
        assertEquals(List.of("account.suspended", "account.restored"), each(acts("account", id), "act"));
    }

    @Test
    void aRoleThatWasGivenByTheCommandLine() {
        for (int time = 0; time < 2; time++) {
            SERVER.program()
                    .rooms()
                    .standing()
                    .promote(username(author), Role.MODERATOR)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        var acts = acts("account", id(author));
        assertEquals(List.of("account.promoted"), each(acts, "act"));
        assertNull(acts.get(0).getString("actorId"));
        assertNull(acts.get(0).getJsonObject("actor"));
        assertEquals("moderator", acts.get(0).getString("role"));
    }

    @Test
    void anActThatFailsLeavesNothing() {
        var other = withRole("moderator");
        moderator.put("/v1/accounts/" + username(other) + "/suspension", null).expect(403);
        assertEquals(List.of(), acts("account", id(other)));
    }

    @Test
    void isPagedForAdministrators() {
        for (var one : List.of(author, moderator)) {
            one.get("/v1/moderation/audit").expect(403);
        }
        anybody().get("/v1/moderation/audit").expect(401);
        var post = "/v1/moderation/hidden-posts/" + idOf(written(author));
        for (int time = 0; time < 3; time++) {
            moderator.put(post, null).expect(204);
            moderator.delete(post).expect(204);
        }
        var first = admin.get("/v1/moderation/audit?limit=4").expect(200);
        var next = first.json().getJsonObject("page").getString("next");
        var second = admin.get("/v1/moderation/audit?limit=4&cursor=" + next).expect(200);
        var back = second.json().getJsonObject("page").getString("prev");
        assertEquals(
                each(data(first), "id"), each(data(admin.get("/v1/moderation/audit?limit=4&cursor=" + back)), "id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit set reason = 'x'", "delete from audit", "truncate audit"})
    void cannotBeChanged(String change) {
        moderator
                .put("/v1/moderation/hidden-posts/" + idOf(written(author)), null)
                .expect(204);
        var failure = assertThrows(IllegalStateException.class, () -> TestDatabase.execute(SERVER.database(), change));
        assertTrue(String.valueOf(failure.getCause()).contains("only ever added to"), failure.toString());
    }
}
