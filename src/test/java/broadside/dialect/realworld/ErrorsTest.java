package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.API;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.draft;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import broadside.testing.RawClient;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens under the prefix, the answer speaks the dialect. */
@Tag("any-server")
@Conforms("realworld")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErrorsTest {
    private static RawClient slow;

    /** Is answered after ten seconds, in which the others are tested. */
    @BeforeAll
    static void beginABody() throws IOException {
        slow = new RawClient(Server.shared().port())
                .say("POST " + API + "/users HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{");
    }

    @AfterAll
    static void hangUp() throws IOException {
        slow.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token ", "token ", "TOKEN ", "Bearer ", "bearer "})
    @Line("http.token")
    void aTokenFollowsEitherWord(String word) {
        var susan = somebody();
        nobody().send("GET", "/user", null, "Authorization", word + susan.token())
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token x", "Basic dTpw", "Token", "Bearer bsl_0123456789012345678901234567890123456789012"})
    @Line("http.token.invalid")
    void aTokenThatIsNoneIsRefused(String header) {
        for (var path : new String[] {"/user", "/articles", "/profiles/susan", "/articles/x", "/articles/x/comments"}) {
            var reply = nobody().send("GET", path, null, "Authorization", header);
            assertRefused(401, "token", "is invalid", reply);
            assertEquals("Token", reply.header("WWW-Authenticate").orElseThrow());
        }
        nobody().send("GET", "/tags", null, "Authorization", header).expect(200);
    }

    @ParameterizedTest
    @CsvSource({"/articles,GET", "/users,POST", "/articles/x,DELETE", "/profiles/x/follow,POST"})
    @Line("http.preflight")
    void aPageOfAnyOriginMayAsk(String path, String method) {
        var reply = nobody().send(
                        "OPTIONS",
                        path,
                        null,
                        "Origin",
                        "https://app.example",
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        "authorization,content-type")
                .expect(204);
        assertEquals("*", reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(reply.header("Access-Control-Allow-Methods").orElseThrow().contains(method));
        var headers = reply.header("Access-Control-Allow-Headers").orElseThrow();
        assertTrue(headers.contains("Authorization") && headers.contains("Content-Type"), headers);
        assertTrue(reply.header("Access-Control-Allow-Credentials").isEmpty());
    }

    @Test
    @Line("http.any-origin")
    void aPageOfAnyOriginMayReadErrorsToo() {
        for (var path : new String[] {"/tags", "/user", "/nowhere"}) {
            var reply = nobody().send("GET", path, null, "Origin", "https://app.example");
            assertEquals("*", reply.header("Access-Control-Allow-Origin").orElseThrow());
        }
    }

    @Test
    @Line("http.json")
    void everythingIsJson() {
        for (var path : new String[] {"/tags", "/user", "/nowhere"}) {
            assertEquals(
                    "application/json; charset=utf-8",
                    nobody().get(path).header("Content-Type").orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/", "/articles/", "/articles/x/y", "/users/login/"})
    @Line("http.unknown-path")
    void aPathNobodyKnows(String path) {
        var reply = nobody().get(path).expect(404);
        assertTrue(reply.json().containsKey("errors"), reply::text);
    }

    @Test
    @Line("http.unknown-path")
    void theWholePrefixSpeaksTheDialect() {
        var client = new Client(Server.shared().url(), Contracts.REALWORLD, null);
        for (var path : new String[] {"/realworld", "/realworld/x", "/realworld/api", "/realworld//api/tags"}) {
            assertRefused(404, "path", "not found", client.unchecked("GET", path, null));
        }
        assertEquals(
                "not-found",
                client.unchecked("GET", "/realworlds", null).expect(404).problem());
    }

    @Test
    @Line("http.method")
    void aMethodNobodyKnows() {
        var reply = nobody().delete("/articles");
        assertRefused(405, "method", "is not supported here", reply);
        assertEquals("GET, HEAD, OPTIONS, POST", reply.header("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"user\":{\"email\":\"a\"}} x", "{\"user\":1,\"user\":2}"})
    @Line("http.malformed")
    void whatIsNoJson(String body) {
        var client = new Client(Server.shared().url(), Contracts.REALWORLD, null);
        var reply = client.send("POST", API + "/users/login", Buffer.buffer(body), "Content-Type", "application/json");
        assertRefused(400, "body", "is not valid JSON", reply);
    }

    @Test
    @Line("http.malformed")
    void whatCannotBeKept() {
        var body = user("username", "a\u0000b", "email", "x@example.com", "password", "x");
        assertRefused(422, "username", "holds NUL or half a surrogate pair", nobody().post("/users", body));
        var reply = nobody().beyond("GET", "/articles?tag=%ff", null);
        assertTrue(reply.expect(400).json().containsKey("errors"), reply::text);
    }

    @Test
    @Line("http.malformed")
    void whatIsNoAddress() throws IOException {
        for (var path : new String[] {"/articles/%zz", "/articles/%c3%28"}) {
            try (var client = new RawClient(Server.shared().port())) {
                var said = client.ask("GET " + API + path);
                assertTrue(said.text().startsWith("{\"errors\":{"), said.text());
                assertTrue(said.status() == 400 || said.status() == 404, said.text());
            }
        }
    }

    @Test
    @Line("http.too-large")
    void whatIsTooLarge() {
        var body = user("email", "x".repeat(20_000), "password", "x");
        assertRefused(413, "body", "is too large", nobody().post("/users/login", body));
    }

    @Test
    @Line("http.media")
    void whatIsNotLabelledAsJson() {
        var client = new Client(Server.shared().url(), Contracts.REALWORLD, null);
        var reply = client.send("POST", API + "/users/login", object().toBuffer(), "Content-Type", "text/plain");
        assertRefused(415, "body", "must be JSON", reply);
    }

    @Test
    @Line("http.unknown-members")
    void whatItDoesNotKnowIsOverlooked() {
        var name = Client.name();
        var body = Conduit.registration(name).put("more", 1);
        body.getJsonObject("user").put("colour", "red");
        nobody().beyond("POST", "/users?x=1", body).expect(201);
        nobody().beyond("GET", "/articles?colour=red&limit=1&limit=x", null).expect(200);
    }

    @Test
    @Line({"http.too-many", "http.unavailable"})
    void whatIsNotServedNow() throws IOException {
        var wire = DatabaseProxy.to(TestDatabase.migrated());
        try (var server = Server.start(wire.address(), Map.of("BROADSIDE_RATE_LIMIT_FACTOR", "1"))) {
            var anybody = Conduit.of(server);
            for (int tries = 0; tries < 20; tries++) {
                anybody.post("/users/login", new JsonObject()).expect(422);
            }
            var refused = anybody.post("/users/login", new JsonObject());
            assertRefused(429, "request", "Too many requests", refused);
            assertTrue(refused.header("Retry-After").orElseThrow().matches("[0-9]+"));
            wire.close();
            var away = anybody.get("/articles").expect(503);
            assertRefused(503, "service", "is unavailable for a moment", away);
            assertTrue(away.header("Retry-After").orElseThrow().matches("[0-9]+"));
        }
    }

    @Test
    @Line("http.fault")
    void aFaultOfTheProgram() {
        try (var server = Server.start(Map.of())) {
            var susan = Conduit.of(server).register("susan");
            TestDatabase.execute(server.database(), "alter table post rename column slug to snail");
            assertRefused(500, "request", "Internal error", susan.post("/articles", draft("Spring")));
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @Line("http.slow")
    void aBodyThatDoesNotCome() throws IOException {
        var said = slow.read();
        assertEquals(408, said.status());
        assertEquals("{\"errors\":{\"request\":[\"took too long to arrive\"]}}", said.text());
    }
}
