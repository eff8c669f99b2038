package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.data;
import static broadside.dialect.microblog.Somebody.errors;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People, and oneself. */
@Conforms("microblog")
class UsersTest {
    private final Server server = Server.shared();
    private final Somebody nobody = Somebody.nobody(server);
    private final Somebody susan = Somebody.register(server);
    private final Somebody tom = Somebody.register(server);

    private JsonObject draft() {
        return Somebody.registration(Client.name());
    }

    @Test
    @Line({"users.register", "user.shape", "user.urls"})
    void somebodyRegistersAndIsShown() {
        var draft = draft().put("about_me", "Reads");
        var user = nobody.post("/users", draft).expect(201).json();
        var path = "/microblog/api/users/" + user.getInteger("id");
        assertEquals(path, user.getString("url"));
        assertEquals(path + "/posts", user.getString("posts_url"));
        assertEquals(draft.getString("username"), user.getString("username"));
        assertEquals("Reads", user.getString("about_me"));
        assertEquals(draft.getString("email"), user.getString("email"));
        assertEquals(true, user.getBoolean("has_password"));
        assertEquals(user.getString("first_seen"), user.getString("last_seen"));
        assertTrue(!user.encode().contains(Somebody.PASSWORD));
        assertEquals(
                "about_me avatar_url email first_seen has_password id last_seen posts_url url username",
                String.join(" ", new TreeSet<>(user.fieldNames())));
    }

    @Test
    @Line("user.email")
    void anAddressIsShownToOneselfAlone() {
        assertEquals(susan.name() + "@example.com", susan.get("/me").json().getString("email"));
        assertEquals(
                susan.name() + "@example.com",
                susan.get("/users/" + susan.id()).json().getString("email"));
        assertEquals("", tom.get("/users/" + susan.id()).json().getString("email"));
        assertEquals("", tom.get("/users/" + susan.name()).json().getString("email"));
    }

    @Test
    @Line("user.avatar")
    void theAvatarIsOfTheAddressInLowerCaseByMd5() {
        var draft = draft().put("email", "Susan." + Client.name() + "@Example.com");
        var url = nobody.post("/users", draft).expect(201).json().getString("avatar_url");
        assertTrue(url.matches("https://www\\.gravatar\\.com/avatar/[0-9a-f]{32}\\?d=identicon"), url);
        assertNotEquals(url, susan.get("/me").json().getString("avatar_url"));
        nobody.post("/users", draft().put("email", "susan@example.com"));
        var page = susan.get("/users");
        assertTrue(data(page).allMatch(user -> user.getString("avatar_url").contains("?")));
    }

    @Test
    @Line("user.last-seen")
    void whoeverAsksIsSeenNow() {
        var before = Instant.now().minusSeconds(1);
        var seen = Instant.parse(susan.get("/me").json().getString("last_seen"));
        assertTrue(seen.isAfter(before) && seen.isBefore(Instant.now().plusSeconds(1)), seen.toString());
    }

    @ParameterizedTest
    @Line("rule.username")
    @CsvSource({"ab", "1abc", "_abc", "😀abc", "' abc'"})
    void namesThatAreWrong(String name) {
        var texts = errors(nobody.post("/users", draft().put("username", name)), "json", "username");
        assertEquals(
                List.of(name.length() < 3 ? "Length must be between 3 and 64." : "Username must start with a letter"),
                texts);
    }

    @Test
    @Line("rule.username")
    void namesThatAreRight() {
        for (var name : List.of("é", "日本", "Ω", "a b ", "a😀")) {
            var whole = name + Client.name();
            var user = nobody.post("/users", draft().put("username", whole))
                    .expect(201)
                    .json();
            assertEquals(whole, user.getString("username"));
        }
        var longest = (Client.name() + "x".repeat(64)).substring(0, 64);
        nobody.post("/users", draft().put("username", longest)).expect(201);
        assertEquals(
                List.of("Length must be between 3 and 64."),
                errors(nobody.post("/users", draft().put("username", longest + "x")), "json", "username"));
    }

    @ParameterizedTest
    @Line("rule.username-refused")
    @ValueSource(strings = {"a@b", "a/b", "abc\u0007", "abc\u200b", "abc ", "admin", "a\u202ebc"})
    void namesThatWouldMislead(String name) {
        var texts = errors(nobody.post("/users", draft().put("username", name)), "json", "username");
        assertEquals(List.of("Use a different username."), texts);
    }

    @Test
    @Line("rule.unique")
    void namesAndAddressesAreTakenWithoutRegardToCase() {
        var upper = susan.name().toUpperCase(java.util.Locale.ROOT);
        var draft = draft().put("username", upper).put("email", upper + "@EXAMPLE.com");
        Said.wrong(
                nobody.post("/users", draft),
                "json",
                "username",
                "Use a different username.",
                "email",
                "Use a different email.");
    }

    @ParameterizedTest
    @Line("rule.email")
    @ValueSource(
            strings = {"a@b", "nobody", "@example.com", "a b@example.com", " a@example.com", "a@-x.com", "a@x..com", ""
            })
    void addressesThatAreWrong(String email) {
        assertEquals(
                List.of("Not a valid email address."),
                errors(nobody.post("/users", draft().put("email", email)), "json", "email"));
    }

    @Test
    @Line("rule.email")
    void addressesThatAreRight() {
        var one = Client.name();
        for (var email :
                List.of(one + "@localhost", "a+" + one + "@x.example", one + "@[127.0.0.1]", one + "@bücher.example")) {
            nobody.post("/users", draft().put("email", email)).expect(201);
        }
    }

    @Test
    @Line("rule.password")
    void passwordsHaveThreeCharactersAndNoEnd() {
        Said.wrong(
                nobody.post("/users", draft().put("password", "ab")),
                "json",
                "password",
                "Shorter than minimum length 3.");
        var draft = draft().put("password", "😀".repeat(400));
        nobody.post("/users", draft).expect(201);
        nobody.logIn(draft.getString("username"), draft.getString("password")).expect(200);
        var own = draft();
        nobody.post("/users", own.put("password", own.getString("username"))).expect(201);
    }

    @Test
    @Line("rule.about")
    void whatOneSaysOfOneselfMayBeNullOrEmpty() {
        susan.put("/me", new JsonObject().put("about_me", ""));
        assertEquals("", tom.get("/users/" + susan.id()).json().getString("about_me"));
        susan.put("/me", new JsonObject().putNull("about_me")).expect(200);
        assertEquals(null, tom.get("/users/" + susan.id()).json().getString("about_me"));
        Said.wrong(
                susan.put("/me", new JsonObject().put("about_me", "x".repeat(141))),
                "json",
                "about_me",
                "Longer than maximum length 140.");
    }

    @Test
    @Line("users.list")
    void everybodyIsListedInOrderOfId() {
        var ids = data(susan.get("/users?limit=10"))
                .map(user -> user.getInteger("id"))
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids);
        Said.plain(400, susan.get("/users?after=a"));
        nobody.get("/users").expect(401);
    }

    @Test
    @Line("users.read")
    void somebodyIsReadByIdOrByTheVeryName() {
        assertEquals(
                tom.name(), susan.get("/users/" + tom.id()).expect(200).json().getString("username"));
        assertEquals(
                tom.id(), susan.get("/users/" + tom.name()).expect(200).json().getInteger("id"));
        Said.plain(404, susan.get("/users/" + tom.name().toUpperCase(java.util.Locale.ROOT)));
        Said.plain(404, susan.get("/users/" + Client.name()));
        Said.plain(404, susan.get("/users/0"));
        var blank = "a b" + Client.name();
        nobody.post("/users", draft().put("username", blank)).expect(201);
        assertEquals(
                blank,
                susan.get("/users/" + blank.replace(" ", "%20"))
                        .expect(200)
                        .json()
                        .getString("username"));
    }

    @Test
    @Line("me.read")
    void oneselfIsReadWithAToken() {
        assertEquals(susan.id(), susan.get("/me").expect(200).json().getInteger("id"));
        nobody.get("/me").expect(401);
    }

    @Test
    @Line("me.edit")
    void oneselfIsChanged() {
        var name = Client.name();
        var patch = new JsonObject()
                .put("username", name)
                .put("email", name + "@example.org")
                .put("about_me", "New");
        var me = susan.put("/me", patch).expect(200).json();
        assertEquals(name, me.getString("username"));
        assertEquals(name + "@example.org", me.getString("email"));
        assertEquals("New", me.getString("about_me"));
        assertEquals(
                me.getInteger("id"),
                tom.get("/users/" + name).expect(200).json().getInteger("id"));
        Said.plain(404, tom.get("/users/" + susan.name()));
        susan.put("/me", new JsonObject().put("username", name).put("email", name + "@example.org"))
                .expect(200);
        assertEquals(
                me.getString("username"),
                susan.put("/me", new JsonObject()).expect(200).json().getString("username"));
        susan.put("/me", new JsonObject().put("username", susan.name())).expect(200);
        Said.wrong(
                susan.put(
                        "/me", new JsonObject().put("username", tom.name()).put("email", tom.name() + "@example.com")),
                "json",
                "username",
                "Use a different username.",
                "email",
                "Use a different email.");
        Said.wrong(
                susan.put("/me", new JsonObject().putNull("username")), "json", "username", "Field may not be null.");
    }

    @Test
    @Line("me.password")
    void aPasswordIsChangedByWhoeverKnowsTheOld() {
        var next = new JsonObject().put("password", "cat");
        Said.plainAbout("old_password", susan.put("/me", next));
        Said.wrong(
                susan.put("/me", next.copy().put("old_password", "wrong").put("username", "x")),
                "json",
                "old_password",
                "Password is incorrect",
                "username",
                "Length must be between 3 and 64.");
        Said.wrong(
                susan.put("/me", new JsonObject().put("old_password", "wrong")),
                "json",
                "old_password",
                "Password is incorrect");
        susan.put("/me", new JsonObject().put("old_password", Somebody.PASSWORD))
                .expect(200);
        nobody.logIn(susan.name(), Somebody.PASSWORD).expect(200);
        susan.put("/me", next.copy().put("old_password", Somebody.PASSWORD)).expect(200);
        nobody.logIn(susan.name(), Somebody.PASSWORD).expect(401);
        nobody.logIn(susan.name(), "cat").expect(200);
    }

    @Test
    @Line("me.password-revokes")
    void aNewPasswordEndsTheOtherSessions() {
        var other = Somebody.logIn(server, susan.name(), Somebody.PASSWORD, susan.id());
        susan.put("/me", new JsonObject().put("password", "cat").put("old_password", Somebody.PASSWORD))
                .expect(200);
        susan.get("/me").expect(200);
        Eventually.holds(
                Duration.ofSeconds(5),
                "the other session has ended",
                () -> other.get("/me").status() == 401);
        nobody.refresh(other.token(), other.cookie()).expect(401);
        susan.get("/me").expect(200);
    }
}
