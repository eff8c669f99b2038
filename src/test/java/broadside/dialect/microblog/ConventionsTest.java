package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.errors;
import static broadside.dialect.microblog.Somebody.pagination;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every call. */
@Conforms("microblog")
class ConventionsTest {
    private final Server server = Server.shared();
    private final Somebody nobody = Somebody.nobody(server);
    private final Somebody susan = Somebody.register(server);

    @Test
    @Line({"conv.json", "conv.headers"})
    void answersAreJsonAndNeitherCachedNorTagged() {
        for (var reply :
                List.of(susan.get("/me").expect(200), susan.get("/nowhere").expect(404), nobody.get("/me"))) {
            assertEquals("application/json", reply.header("Content-Type").orElseThrow());
            assertTrue(reply.header("X-Request-Id").isPresent());
            for (var name : List.of("ETag", "Last-Modified", "Cache-Control", "Location")) {
                assertTrue(reply.header(name).isEmpty(), name);
            }
        }
        assertTrue(susan.post("/posts", new JsonObject().put("text", "Hi"))
                .expect(201)
                .header("Location")
                .isEmpty());
    }

    @Test
    @Line({"conv.time", "page.after-exact"})
    void whatIsPrintedAsATimeIsReadBackExactly() {
        var first = susan.say("one").getString("timestamp");
        var second = susan.say("two").getString("timestamp");
        assertTrue(first.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?Z"), first);
        var posts = "/users/" + susan.id() + "/posts?after=";
        assertEquals(List.of("one"), texts(susan.get(posts + second)));
        assertEquals(List.of(), texts(susan.get(posts + first)));
        assertEquals("2030-01-02T03:04:05.000100Z", Moment.text(Instant.parse("2030-01-02T03:04:05.0001Z")));
        assertEquals("2030-01-02T03:04:05Z", Moment.text(Instant.parse("2030-01-02T03:04:05Z")));
    }

    @Test
    @Line("conv.slash")
    void aSlashAtTheEndIsNotFound() {
        Said.plain(404, susan.get("/me/"));
        Said.plain(404, susan.get("/users/" + susan.id() + "/"));
    }

    @Test
    @Line("conv.method")
    void anotherMethodIsRefusedWithoutAllow() {
        var reply = Said.plain(405, susan.send("PATCH", "/me", new JsonObject()));
        assertTrue(reply.header("Allow").isEmpty());
        Said.plain(405, nobody.send("DELETE", "/users", null));
    }

    @Test
    @Line("conv.head")
    void headGoesWhereGetGoes() {
        var reply = susan.send("HEAD", "/me", null).expect(200);
        assertEquals(0, reply.body().length());
        susan.send("HEAD", "/posts", null).expect(200);
        susan.send("HEAD", "/users/0", null).expect(404);
    }

    @Test
    @Line("conv.options")
    void optionsAreEmptyAndAllow() {
        var reply = nobody.loose("OPTIONS", "/posts", null).expect(200);
        assertEquals(0, reply.body().length());
        assertEquals("GET, HEAD, OPTIONS, POST", reply.header("Allow").orElseThrow());
    }

    @Test
    @Line("conv.id")
    void idsAreDigitsOfSixtyFourBits() {
        for (var id : List.of("0", "9223372036854775807", "9223372036854775808", "1".repeat(40), "-1", "1.0")) {
            for (var path : List.of("/users/", "/posts/", "/me/following/")) {
                Said.plain(404, susan.get(path + id));
            }
        }
        susan.get("/users/00" + susan.id()).expect(200);
    }

    @Test
    @Line("conv.order")
    void whoThenWhatThenWhereThenWhether() {
        var wrong = new JsonObject().put("text", "");
        var tom = Somebody.register(server);
        var post = tom.say("mine").getInteger("id");
        nobody.put("/posts/0", wrong).expect(401);
        Said.wrong(susan.put("/posts/0", wrong), "json", "text", "Length must be between 1 and 280.");
        susan.put("/posts/0", new JsonObject().put("text", "x")).expect(404);
        Said.wrong(susan.put("/posts/" + post, wrong), "json", "text", "Length must be between 1 and 280.");
        Said.plain(403, susan.put("/posts/" + post, new JsonObject().put("text", "x")));
        assertEquals(
                1, errors(susan.get("/users/0/posts?limit=x"), "query", "limit").size());
        susan.get("/users/0/posts?limit=0").expect(404);
    }

    @Test
    @Line("body.empty")
    void aBodyThatIsAbsentEmptyOrNotJsonCountsAsNothing() {
        susan.send("PUT", "/me", null).expect(200);
        susan.raw("PUT", "/me", "", "Content-Type", "application/json").expect(200);
        susan.loose("PUT", "/me", new JsonObject().put("colour", "red"), "Content-Type", "text/plain")
                .expect(200);
        Said.wrong(susan.send("POST", "/posts", null), "json", "text", "Missing data for required field.");
    }

    @Test
    @Line("client.json-label")
    void everyCallMayBeLabelledJsonWithoutABody() {
        String[] label = {"Content-Type", "application/json"};
        susan.get("/me", label).expect(200);
        var tom = Somebody.register(server);
        susan.post("/me/following/" + tom.id(), null, label).expect(204);
        susan.delete("/me/following/" + tom.id(), label).expect(204);
        nobody.post(
                        "/tokens",
                        null,
                        "Authorization",
                        Somebody.basic(tom.name(), Somebody.PASSWORD),
                        "Content-Type",
                        label[1])
                .expect(200);
        tom.delete("/tokens", label).expect(204);
    }

    @Test
    @Line("client.bearer-null")
    void publicCallsOverlookABadAuthorization() {
        var stale = nobody.with("null");
        var name = Client.name();
        stale.post("/users", Somebody.registration(name)).expect(201);
        stale.post("/tokens/reset", new JsonObject().put("email", name + "@example.com"))
                .expect(204);
        stale.put("/tokens/reset", new JsonObject().put("token", "x").put("new_password", "abc"))
                .expect(400);
        stale.put("/tokens", new JsonObject().put("access_token", "x")).expect(401);
        stale.get("/me").expect(401);
    }

    @Test
    @Line("body.malformed")
    void whatIsNoJsonIsAPlainError() {
        for (var body :
                List.of("{", "{\"text\":}", "nothing", "{\"text\":\"a\"} {}", "{\"text\":\"a\",\"text\":\"b\"}")) {
            Said.plain(400, susan.raw("POST", "/posts", body));
        }
    }

    @Test
    @Line("body.top")
    void theTopIsAnObject() {
        for (var body : List.of("[]", "\"text\"", "5", "[{\"text\":\"a\"}]")) {
            Said.wrong(susan.raw("POST", "/posts", body), "json", "_schema", "Invalid input type.");
        }
    }

    @Test
    @Line("body.unknown")
    void whatNobodyKnowsOrMayWriteIsRefused() {
        var post = new JsonObject()
                .put("text", "a")
                .put("colour", "red")
                .put("id", 7)
                .put("author", new JsonObject());
        Said.wrong(
                susan.post("/posts", post),
                "json",
                "colour",
                "Unknown field.",
                "id",
                "Unknown field.",
                "author",
                "Unknown field.");
        var me = new JsonObject().put("last_seen", "2030-01-01T00:00:00Z");
        Said.wrong(susan.put("/me", me), "json", "last_seen", "Unknown field.");
    }

    @Test
    @Line("body.charset")
    void aCharsetMayBeNamed() {
        susan.raw("POST", "/posts", "{\"text\":\"é\"}", "Content-Type", "application/json; charset=utf-8")
                .expect(201);
    }

    @Test
    @Line("body.length")
    void lengthsAreCodePointsAndNothingIsTrimmed() {
        var text = "😀".repeat(280);
        assertEquals(text, susan.say(text).getString("text"));
        assertEquals("   ", susan.say("   ").getString("text"));
        assertEquals(" a\n", susan.say(" a\n").getString("text"));
        Said.wrong(
                susan.post("/posts", new JsonObject().put("text", text + "a")),
                "json",
                "text",
                "Length must be between 1 and 280.");
        var name = Client.name();
        nobody.post("/users", Somebody.registration(name).put("password", "   "))
                .expect(201);
        nobody.logIn(name, "   ").expect(200);
    }

    @Test
    @Line("query.unknown")
    void parametersNobodyKnowsAreOverlookedAndTheFirstCounts() {
        susan.say("only");
        var page = susan.loose("GET", "/posts?colour=red&limit=1&limit=x", null);
        assertEquals(1, pagination(page).getInteger("limit"));
    }

    @Test
    @Line("auth.bearer")
    void theSchemeIsNamedInAnyCase() {
        susan.nobody().get("/me", "Authorization", "bEARER " + susan.token()).expect(200);
        susan.nobody().get("/me", "Authorization", "Basic " + susan.token()).expect(401);
        susan.nobody().get("/me", "Authorization", susan.token()).expect(401);
    }

    @Test
    @Line({"error.plain", "error.challenge"})
    void plainErrorsSayWhatTheContractSays() {
        assertEquals(
                "Bearer realm=\"Authentication Required\"",
                Said.plain(401, nobody.get("/me")).header("WWW-Authenticate").orElseThrow());
        var wrong = Said.plain(401, nobody.logIn(susan.name(), "wrong"));
        assertEquals("Form", wrong.header("WWW-Authenticate").orElseThrow());
        var refused = Said.plain(401, nobody.refresh("x", "y"));
        assertTrue(refused.header("WWW-Authenticate").isEmpty());
        Said.plain(400, susan.get("/posts?limit=0"));
        Said.plain(404, susan.get("/posts/0"));
        Said.plain(405, susan.send("PATCH", "/posts", null));
        var tom = Somebody.register(server);
        susan.follow(tom);
        Said.plain(409, susan.post("/me/following/" + tom.id(), null));
        Said.plain(403, susan.delete("/posts/" + tom.say("mine").getInteger("id")));
    }

    @Test
    @Line("error.validation")
    void allFieldsAreToldTogetherAndRulesPileUp() {
        var body = new JsonObject()
                .put("username", "1a")
                .put("email", "x".repeat(121))
                .put("password", "ab")
                .put("about_me", "x".repeat(141))
                .put("colour", "red");
        Said.wrong(
                nobody.post("/users", body),
                "json",
                "about_me",
                "Longer than maximum length 140.",
                "colour",
                "Unknown field.",
                "email",
                "Longer than maximum length 120.",
                "email",
                "Not a valid email address.",
                "password",
                "Shorter than minimum length 3.",
                "username",
                "Length must be between 3 and 64.");
    }

    @Test
    @Line("error.types")
    void typesAndNullsAreTold() {
        var body = new JsonObject().put("username", 5).putNull("email").put("password", new JsonArray());
        Said.wrong(
                nobody.post("/users", body),
                "json",
                "username",
                "Not a valid string.",
                "email",
                "Field may not be null.",
                "password",
                "Not a valid string.");
        Said.wrong(
                nobody.post("/users", new JsonObject()),
                "json",
                "username",
                "Missing data for required field.",
                "email",
                "Missing data for required field.",
                "password",
                "Missing data for required field.");
    }

    @Test
    @Line("error.everywhere")
    void everythingUnderThePrefixSpeaksTheDialect() {
        Said.plain(404, nobody.client().get("/microblog/nowhere"));
        Said.plain(404, nobody.client().get("/microblog/api"));
        Said.plain(404, nobody.client().get("/microblog/api/nowhere/at/all"));
        Said.plain(404, susan.get("/users/%ff"));
        var large = new JsonObject().put("text", "x".repeat(20_000));
        assertEquals(413, susan.post("/posts", large).expect(413).json().getInteger("code"));
        assertEquals(413, nobody.post("/users", large).expect(413).json().getInteger("code"));
        assertEquals(
                1,
                errors(susan.raw("POST", "/posts", "{\"text\":\"\\ud800\"}"), "json", "text")
                        .size());
        Said.plain(400, susan.get("/posts?after=%ff"));
    }
}
