package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Others, and following them. */
@Conforms("realworld")
class ProfilesTest {
    private static JsonObject profile(Reply reply) {
        return reply.expect(200).json().getJsonObject("profile");
    }

    @Test
    @Line("profiles.read")
    void isReadByAnybody() {
        var ada = somebody();
        ada.put("/user", user("bio", "I count.", "image", "https://example.com/a.png"))
                .expect(200);
        var shown = object(
                "username", ada.name(), "bio", "I count.", "image", "https://example.com/a.png", "following", false);
        assertEquals(shown, profile(nobody().get("/profiles/" + ada.name())));
        assertEquals(shown, profile(somebody().get("/profiles/" + ada.name())));
    }

    @Test
    @Line("profiles.missing")
    void nobodyByThatName() {
        assertRefused(404, "profile", "not found", nobody().get("/profiles/nobody-at-all"));
        var susan = somebody();
        assertRefused(404, "profile", "not found", susan.post("/profiles/nobody-at-all/follow", null));
        assertRefused(404, "profile", "not found", susan.delete("/profiles/nobody-at-all/follow"));
    }

    @Test
    @Line({"profiles.follow", "profiles.unfollow", "profiles.optional-token"})
    void isFollowedAndNoMore() {
        var ada = somebody();
        var susan = somebody();
        var follow = "/profiles/" + ada.name() + "/follow";
        var following = object("username", ada.name(), "bio", null, "image", null, "following", true);
        assertEquals(following, profile(susan.post(follow, null)));
        assertEquals(following, profile(susan.post(follow, null)));
        assertEquals(following, profile(susan.get("/profiles/" + ada.name())));
        assertEquals(false, profile(nobody().get("/profiles/" + ada.name())).getBoolean("following"));
        var no = following.copy().put("following", false);
        assertEquals(no, profile(susan.delete(follow)));
        assertEquals(no, profile(susan.delete(follow)));
    }

    @Test
    @Line("profiles.token-first")
    void aTokenIsAskedForBeforeAnythingElse() {
        assertRefused(401, "token", "is missing", nobody().post("/profiles/nobody-at-all/follow", null));
        assertRefused(401, "token", "is missing", nobody().delete("/profiles/nobody-at-all/follow"));
    }

    @Test
    @Line("profiles.oneself")
    void nobodyFollowsHerself() {
        var susan = somebody();
        assertRefused(422, "profile", "is your own", susan.post("/profiles/" + susan.name() + "/follow", null));
    }
}
