package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Reply;
import broadside.testing.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages of other origins. */
@Conforms("microblog")
class CrossOriginTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String HOME = "https://ui.example.org";

    private static void assertAllowed(String origin, Reply reply) {
        assertEquals(origin, reply.header(ALLOWED).orElse("none"));
        assertEquals("true", reply.header("Access-Control-Allow-Credentials").orElseThrow());
        assertTrue(reply.header("Vary").orElseThrow().contains("Origin"));
    }

    @Test
    @Line({"cors.listed", "cors.errors", "cors.preflight"})
    void listedOriginsMayCallWithCookies() {
        try (var server = Server.start(Map.of("BROADSIDE_CORS_ORIGINS", HOME + ", http://localhost:3000"))) {
            var nobody = Somebody.nobody(server);
            for (var origin : List.of(HOME, "http://localhost:3000")) {
                assertAllowed(origin, nobody.get("/me", "Origin", origin).expect(401));
                assertAllowed(origin, nobody.get("/nowhere", "Origin", origin).expect(404));
                assertAllowed(
                        origin,
                        nobody.raw("POST", "/users", "{", "Origin", origin).expect(400));
                var susan = Somebody.register(server);
                assertAllowed(origin, susan.get("/me", "Origin", origin).expect(200));
                assertAllowed(
                        origin,
                        susan.send("PATCH", "/me", null, "Origin", origin).expect(405));
            }
            var preflight = nobody.loose(
                            "OPTIONS",
                            "/tokens",
                            null,
                            "Origin",
                            HOME,
                            "Access-Control-Request-Method",
                            "PUT",
                            "Access-Control-Request-Headers",
                            "content-type,authorization")
                    .expect(200);
            assertAllowed(HOME, preflight);
            assertEquals(
                    "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
                    preflight.header("Access-Control-Allow-Methods").orElseThrow());
            assertEquals(
                    "authorization, content-type",
                    preflight.header("Access-Control-Allow-Headers").orElseThrow());
            assertTrue(preflight.header("Access-Control-Max-Age").isEmpty());
            assertTrue(preflight.header("Access-Control-Expose-Headers").isEmpty());
        }
    }

    @Test
    @Line("cors.others")
    void otherOriginsMayNot() {
        try (var server = Server.start(Map.of("BROADSIDE_CORS_ORIGINS", HOME))) {
            var nobody = Somebody.nobody(server);
            for (var origin :
                    List.of("https://evil.example", HOME + ".evil.example", "http://localhost:3000", "null")) {
                var reply = nobody.get("/me", "Origin", origin);
                assertTrue(reply.header(ALLOWED).isEmpty(), origin);
                assertTrue(reply.header("Access-Control-Allow-Credentials").isEmpty(), origin);
                assertTrue(reply.header("Vary").orElseThrow().contains("Origin"));
                var preflight = nobody.loose(
                        "OPTIONS", "/tokens", null, "Origin", origin, "Access-Control-Request-Method", "PUT");
                assertTrue(preflight.header("Access-Control-Allow-Methods").isEmpty(), origin);
            }
            assertTrue(nobody.get("/me").header(ALLOWED).isEmpty());
        }
    }

    @Test
    @Line("cors.loopback")
    void whileDevelopingEveryOriginOfThisMachineMay() {
        var nobody = Somebody.nobody(Server.shared());
        for (var origin : List.of("http://localhost:3000", "http://127.0.0.1:5173", "http://[::1]:3000")) {
            assertAllowed(origin, nobody.get("/me", "Origin", origin));
        }
        assertTrue(nobody.get("/me", "Origin", "http://localhost.evil.example")
                .header(ALLOWED)
                .isEmpty());
        try (var server = Server.start(Map.of("BROADSIDE_PUBLIC_URL", "https://blog.example.org"))) {
            var reply = Somebody.nobody(server).get("/me", "Origin", "http://localhost:3000");
            assertTrue(reply.header(ALLOWED).isEmpty());
        }
    }
}
