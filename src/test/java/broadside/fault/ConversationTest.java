package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.RawClient;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests and answers follow each other and what is agreed on beside their bodies (RFC 9110, RFC 9112). */
class ConversationTest {
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        client = new RawClient(Server.shared().port());
    }

    @AfterEach
    void hangUp() throws IOException {
        client.close();
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        var login = new JsonObject()
                .put("login", "nobody")
                .put("password", "some long sentence")
                .encode();
        client.say("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + login.length() + "\r\n\r\n" + login + "GET /v1/posts?limit=1" + END + "GET /v1/posts/0" + END
                + "GET /v1/me" + END);
        client.read().expect(401, "invalid-credentials");
        assertEquals(200, client.read().status());
        client.read().expect(404, "not-found");
        client.read().expect(401, "unauthenticated");
    }

    @Test
    void headIsGetWithoutABody() throws IOException {
        var get = client.ask("GET /v1/posts?limit=2");
        var head = client.ask("HEAD /v1/posts?limit=2");
        assertEquals(200, head.status());
        for (var name : new String[] {"Content-Type", "Content-Length", "ETag", "Vary", "Cache-Control"}) {
            assertEquals(get.header(name), head.header(name), name);
        }
        client.ask("GET /v1/me").expect(401, "unauthenticated");
        assertEquals(401, client.ask("HEAD /v1/me").status());
        assertEquals(404, client.ask("HEAD /v1/posts/0").status());
        assertEquals(200, client.ask("GET /v1/posts?limit=2").status());
    }

    @Test
    void optionsTellsWhatCanBeDone() throws IOException {
        var options = client.ask("OPTIONS /v1/posts");
        assertEquals(204, options.status());
        assertEquals("GET, HEAD, OPTIONS, POST", options.header("Allow"));
        client.ask("OPTIONS /v1/nothing").expect(404, "not-found");
    }

    @Test
    void aPageOfAnyOriginMayCallWithoutCredentials() throws IOException {
        var preflight = client.ask(
                "OPTIONS /v1/posts",
                "Origin: https://example.com",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization, content-type, idempotency-key");
        assertEquals(204, preflight.status());
        assertEquals("*", preflight.header("Access-Control-Allow-Origin"));
        assertTrue(preflight.header("Access-Control-Allow-Methods").contains("POST"));
        for (var name : new String[] {"Authorization", "Content-Type", "Idempotency-Key", "If-Match"}) {
            assertTrue(preflight.header("Access-Control-Allow-Headers").contains(name), name);
        }
        assertEquals("", preflight.header("Access-Control-Allow-Credentials"));
        var answer = client.ask("GET /v1/posts?limit=1", "Origin: https://example.com");
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertTrue(answer.header("Access-Control-Expose-Headers").contains("ETag"));
        var problem = client.ask("GET /v1/me", "Origin: https://example.com");
        assertEquals("*", problem.header("Access-Control-Allow-Origin"));
    }

    @Test
    void aMethodThatIsNotThere() throws IOException {
        var said = client.ask("PUT /v1/posts").expect(405, "method-not-allowed");
        assertEquals("GET, HEAD, OPTIONS, POST", said.header("Allow"));
        client.ask("GET /v1/nothing").expect(404, "not-found");
        client.ask("GET /nothing").expect(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml, text/*", "application/json;q=0", "image/png;q=0.5"})
    void whatCannotBeSent(String accept) throws IOException {
        client.ask("GET /v1/posts", "Accept: " + accept).expect(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "application/json; charset=utf-8",
                ""
            })
    void whatCanBeSent(String accept) throws IOException {
        assertEquals(200, client.ask("GET /v1/posts", "Accept: " + accept).status());
    }

    @Test
    void aRequestIdIsTakenOrMade() throws IOException {
        assertEquals(
                "mine-12345678",
                client.ask("GET /v1/posts", "X-Request-Id: mine-12345678").header("X-Request-Id"));
        for (var bad : new String[] {"short", "with space 123", "a".repeat(65), "<script>alert</script>"}) {
            var made = client.ask("GET /v1/me", "X-Request-Id: " + bad);
            assertTrue(made.header("X-Request-Id").matches("[0-9a-f]{16}-[0-9a-f]{12}"), made::toString);
            assertTrue(made.text().contains("\"requestId\":\"" + made.header("X-Request-Id") + "\""));
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() throws IOException {
        var path = Server.shared()
                .client()
                .register()
                .post("/v1/posts", Visitor.text())
                .header("Location")
                .orElseThrow();
        var tag = client.ask("GET " + path).header("ETag");
        for (var known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            var same = client.ask("GET " + path, "If-None-Match: " + known);
            assertEquals(304, same.status(), known);
            assertEquals(tag, same.header("ETag"));
            assertEquals("", same.header("Content-Type"));
            assertFalse(same.header("Vary").isEmpty());
        }
        assertEquals(200, client.ask("GET " + path, "If-None-Match: \"other\"").status());
        assertEquals(304, client.ask("HEAD " + path, "If-None-Match: " + tag).status());
    }

    @Test
    void largeAnswersArePackedForThoseWhoUnpackThem() throws IOException {
        var plain = client.ask("GET /openapi.json");
        var packed = client.ask("GET /openapi.json", "Accept-Encoding: gzip, br");
        assertEquals("", plain.header("Content-Encoding"));
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertTrue(packed.header("Vary").contains("Accept-Encoding"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(plain.text(), new String(unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        assertEquals(
                "", client.ask("GET /openapi.json", "Accept-Encoding: gzip;q=0").header("Content-Encoding"));
        assertEquals("", client.ask("GET /v1/posts/0", "Accept-Encoding: gzip").header("Content-Encoding"));
    }

    @Test
    void aConnectionEndsWhenTheClientSaysSo() throws IOException {
        assertEquals(
                200, client.ask("GET /v1/posts?limit=1", "Connection: close").status());
        assertTrue(client.isOver());
    }

    @Test
    void anAnswerForOldClients() throws IOException {
        assertEquals(
                200, client.say("GET /v1/posts?limit=1 HTTP/1.0\r\n\r\n").read().status());
        assertTrue(client.isOver());
    }
}
