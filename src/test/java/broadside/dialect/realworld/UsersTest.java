package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.PASSWORD;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.registration;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering and logging in. */
@Conforms("realworld")
class UsersTest {
    @Test
    @Line({"users.register", "user.null-at-first"})
    void registers() {
        var name = Client.name();
        var user =
                nobody().post("/users", registration(name)).expect(201).json().getJsonObject("user");
        var token = user.getString("token");
        assertTrue(token.length() > 20);
        assertEquals(
                object("email", name + "@example.com", "token", token, "username", name, "bio", null, "image", null),
                user);
        var herself = new Conduit(nobody().server(), name, token);
        assertEquals(user, herself.get("/user").expect(200).json().getJsonObject("user"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "password"})
    @Line("users.register.blank")
    void nothingMayBeBlank(String member) {
        var whole = registration(Client.name()).getJsonObject("user");
        for (var blank : new Object[] {"", "  ", null}) {
            var wrong = new JsonObject().put("user", whole.copy().put(member, blank));
            assertRefused(422, member, "can't be blank", nobody().post("/users", wrong));
        }
        whole.remove(member);
        assertRefused(422, member, "can't be blank", nobody().post("/users", new JsonObject().put("user", whole)));
    }

    @Test
    @Line("users.register.blank")
    void allThatIsWrongIsToldAtOnce() {
        for (var body : new JsonObject[] {new JsonObject(), object("user", "susan"), object("user", null), user()}) {
            var errors = nobody().post("/users", body).expect(422).json().getJsonObject("errors");
            assertEquals(Set.of("username", "email", "password"), errors.fieldNames());
        }
    }

    @Test
    @Line("users.register.taken")
    void aNameAndAnAddressAreGivenOutOnce() {
        var other = somebody();
        var name = user(
                "username",
                other.name().toUpperCase(Locale.ROOT),
                "email",
                "x" + other.name() + "@example.com",
                "password",
                PASSWORD);
        assertRefused(409, "username", "has already been taken", nobody().post("/users", name));
        var email = user("username", Client.name(), "email", other.name() + "@example.com", "password", PASSWORD);
        assertRefused(409, "email", "has already been taken", nobody().post("/users", email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1234567", "ääää", " a "})
    @Line("users.register.password")
    void anyPasswordWillDo(String password) {
        var name = Client.name();
        nobody().post("/users", user("username", name, "email", name + "@example.com", "password", password))
                .expect(201);
        nobody().post("/users/login", user("email", name + "@example.com", "password", password))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a/b", "a\u200bb", "12345", "a\tb", "admin"})
    @Line("users.register.name")
    void aNameIsNotTakenForSomethingElse(String name) {
        var wrong = user("username", name, "email", Client.name() + "@example.com", "password", PASSWORD);
        assertRefused(422, "username", "is not allowed", nobody().post("/users", wrong));
    }

    @Test
    @Line("users.register.name")
    void aNameMayBeShortAndHaveBlanks() {
        var name = "Zoë " + Client.name();
        var draft = user("username", " " + name + " ", "email", Client.name() + "@example.com", "password", PASSWORD);
        var user = nobody().post("/users", draft).expect(201).json().getJsonObject("user");
        assertEquals(name, user.getString("username"));
        nobody().get("/profiles/" + name.replace(" ", "%20").replace("ë", "%C3%AB"))
                .expect(200);
    }

    @Test
    @Line("users.register.email")
    void anAddressIsOne() {
        var wrong = user("username", Client.name(), "email", "susan", "password", PASSWORD);
        assertRefused(422, "email", "is not an e-mail address", nobody().post("/users", wrong));
    }

    @Test
    @Line("users.login")
    void logsIn() {
        var susan = somebody();
        var user = nobody().post("/users/login", user("email", susan.name() + "@example.com", "password", PASSWORD))
                .expect(200)
                .json()
                .getJsonObject("user");
        assertEquals(susan.name(), user.getString("username"));
        new Conduit(susan.server(), susan.name(), user.getString("token"))
                .get("/user")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password"})
    @Line("users.login.blank")
    void neitherMayBeBlank(String member) {
        var whole = object("email", "susan@example.com", "password", PASSWORD);
        var empty = new JsonObject().put("user", whole.copy().put(member, ""));
        assertRefused(422, member, "can't be blank", nobody().post("/users/login", empty));
        whole.remove(member);
        var absent = new JsonObject().put("user", whole);
        assertRefused(422, member, "can't be blank", nobody().post("/users/login", absent));
    }

    @Test
    @Line("users.login.wrong")
    void aWrongPasswordAndAnUnknownAddressAreTheSame() {
        var susan = somebody();
        var wrong = user("email", susan.name() + "@example.com", "password", "x");
        assertRefused(401, "credentials", "invalid", nobody().post("/users/login", wrong));
        var unknown = user("email", Client.name() + "@example.com", "password", PASSWORD);
        assertRefused(401, "credentials", "invalid", nobody().post("/users/login", unknown));
    }

    @Test
    @Line("users.token.session")
    void aTokenIsALogInLikeAnyOther() {
        var susan = somebody();
        var sessions = susan.ours().get("/v1/sessions").expect(200).json().getJsonArray("data");
        assertEquals(1, sessions.size());
        susan.ours()
                .delete("/v1/sessions/" + sessions.getJsonObject(0).getString("id"))
                .expect(204);
        susan.awaitLoggedOut();
        assertRefused(401, "token", "is invalid", susan.get("/user"));
    }
}
