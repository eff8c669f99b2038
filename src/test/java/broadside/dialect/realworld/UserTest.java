package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.PASSWORD;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oneself. */
@Conforms("realworld")
class UserTest {
    private static JsonObject change(Conduit who, @Nullable Object... pairs) {
        return who.put("/user", new JsonObject().put("user", object(pairs)))
                .expect(200)
                .json()
                .getJsonObject("user");
    }

    private static void refuse(int status, String text, Conduit who, String member, @Nullable Object value) {
        var body = new JsonObject().put("user", object(member, value));
        assertRefused(status, member, text, who.put("/user", body));
    }

    @Test
    @Line("user.read")
    void isReadWithTheTokenPresented() {
        var susan = somebody();
        var user = susan.get("/user").expect(200).json().getJsonObject("user");
        assertEquals(susan.token(), user.getString("token"));
        assertEquals(susan.name() + "@example.com", user.getString("email"));
    }

    @Test
    @Line("user.token-needed")
    void needsAToken() {
        assertRefused(401, "token", "is missing", nobody().get("/user"));
        assertRefused(401, "token", "is missing", nobody().put("/user", user("email", "")));
    }

    @Test
    @Line("user.edit")
    void whatIsAbsentStays() {
        var susan = somebody();
        var changed = change(susan, "bio", "I write.", "image", "https://example.com/s.png");
        assertEquals("I write.", changed.getString("bio"));
        assertEquals("https://example.com/s.png", changed.getString("image"));
        assertEquals(changed, change(susan));
        assertEquals(changed.copy().put("bio", "More."), change(susan, "bio", "More."));
        assertEquals(
                changed.copy().put("bio", "More."), susan.get("/user").json().getJsonObject("user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bio", "image"})
    @Line("user.edit.cleared")
    void nullAndNothingClear(String member) {
        var susan = somebody();
        for (var empty : new String[] {null, ""}) {
            change(susan, member, "https://example.com/");
            assertNull(change(susan, member, empty).getValue(member));
            assertNull(susan.get("/user").json().getJsonObject("user").getValue(member));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email"})
    @Line("user.edit.blank")
    void nameAndAddressCannotBeTakenAway(String member) {
        var susan = somebody();
        refuse(422, "can't be blank", susan, member, "");
        refuse(422, "can't be blank", susan, member, null);
    }

    @Test
    @Line("user.edit.password")
    void aNewPasswordHasEightCharactersOrMore() {
        var susan = somebody();
        refuse(422, "can't be blank", susan, "password", "");
        refuse(422, "can't be blank", susan, "password", null);
        refuse(422, "must have at least 8 characters", susan, "password", "1234567");
        for (var password : new String[] {"12345678", "x".repeat(64)}) {
            change(susan, "password", password);
            nobody().post("/users/login", user("email", susan.name() + "@example.com", "password", password))
                    .expect(200);
        }
        var former = user("email", susan.name() + "@example.com", "password", PASSWORD);
        assertRefused(401, "credentials", "invalid", nobody().post("/users/login", former));
    }

    @Test
    @Line("user.edit.password.sessions")
    void aNewPasswordEndsTheOtherLogIns() {
        var susan = somebody();
        var other = nobody().post("/users/login", user("email", susan.name() + "@example.com", "password", PASSWORD))
                .json()
                .getJsonObject("user")
                .getString("token");
        change(susan, "password", "another sentence");
        susan.get("/user").expect(200);
        assertRefused(401, "token", "is invalid", new Conduit(susan.server(), "", other).get("/user"));
    }

    @Test
    @Line("user.edit.token")
    void theTokenOutlivesANewNameAndAddress() {
        var susan = somebody();
        var name = Client.name();
        var changed = change(susan, "username", name, "email", name + "@example.org");
        assertEquals(name, changed.getString("username"));
        assertEquals(name + "@example.org", changed.getString("email"));
        var after = new Conduit(susan.server(), name, changed.getString("token"));
        assertEquals(changed, after.get("/user").expect(200).json().getJsonObject("user"));
        susan.get("/user").expect(200);
        nobody().get("/profiles/" + name).expect(200);
        assertRefused(404, "profile", "not found", nobody().get("/profiles/" + susan.name()));
        nobody().post("/users/login", user("email", name + "@example.org", "password", PASSWORD))
                .expect(200);
    }

    @Test
    @Line("user.edit.taken")
    void whatSomebodyElseHasCannotBeTaken() {
        var susan = somebody();
        var other = somebody();
        refuse(409, "has already been taken", susan, "username", other.name());
        refuse(409, "has already been taken", susan, "email", other.name() + "@example.com");
        change(other, "username", Client.name());
        refuse(409, "has already been taken", susan, "username", other.name());
        change(other, "username", other.name());
    }

    @Test
    @Line("user.edit.own")
    void ownNameAndAddressAreNotTaken() {
        var susan = somebody();
        var same = change(susan, "username", susan.name(), "email", susan.name() + "@example.com");
        assertEquals(susan.name(), same.getString("username"));
    }

    @Test
    @Line("user.edit.types")
    void whatIsNoTextIsRefused() {
        var susan = somebody();
        for (var member : new String[] {"username", "email", "password", "bio", "image"}) {
            var body = new JsonObject().put("user", object(member, 7));
            assertRefused(422, member, "must be a string", susan.put("/user", body));
        }
        refuse(422, "may have at most 500 characters", susan, "bio", "x".repeat(501));
        refuse(422, "is not an http or https address of at most 500 characters", susan, "image", "javascript:alert(1)");
    }
}
