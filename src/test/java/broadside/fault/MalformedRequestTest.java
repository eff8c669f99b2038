package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.RawClient;
import broadside.testing.Server;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request, or one that could be read in two ways, is a problem and never more than that. */
class MalformedRequestTest {
    private static final int PORT = Server.shared().port();
    private static final String HOST = "Host: localhost\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "GET /v1/posts HTTP/9.9x\r\n\r\n",
                "GET /v1/posts HTTP/1.1\r\nHost: localhost\r\nno colon here\r\n\r\n",
                "GET /v1/posts HTTP/1.1\r\nHost: localhost\r\nBad Name: x\r\n\r\n",
                "GET /v1/posts HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\0b\r\n\r\n",
                "POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Length: four\r\n\r\n",
            })
    void garbage(String request) throws IOException {
        try (var client = new RawClient(PORT)) {
            client.say(request).read().expect(400, "bad-request");
            assertTrue(client.isOver(), "nothing can be known about what follows");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n",
            })
    void twoWaysToTellWhereTheBodyEnds(String headers) throws IOException {
        var smuggled = "GET /v1/me HTTP/1.1\r\n" + HOST + "\r\n";
        try (var client = new RawClient(PORT)) {
            client.say("POST /v1/accounts HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n" + headers
                            + "\r\n0\r\n\r\n" + smuggled)
                    .read()
                    .expect(400, "bad-request");
            assertTrue(client.isOver(), "the second request must not be taken for one");
        }
    }

    @Test
    void aChunkThatIsNone() throws IOException {
        try (var client = new RawClient(PORT)) {
            var said = client.say("POST /v1/accounts HTTP/1.1\r\n" + HOST
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                    .read();
            // The server may end the connection before there is an answer: nothing that follows could be understood.
            assertTrue(said.status() == 400 || said.status() == 0, "status " + said.status());
            assertTrue(client.isOver());
        }
    }

    @Test
    void tooLongALine() throws IOException {
        try (var client = new RawClient(PORT)) {
            client.ask("GET /v1/posts?tag=" + "a".repeat(20_000)).expect(414, "uri-too-long");
        }
    }

    @Test
    void tooLongAHeader() throws IOException {
        try (var client = new RawClient(PORT)) {
            client.ask("GET /v1/posts", "X-Long: " + "a".repeat(40_000)).expect(431, "header-too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/posts/%00",
                "/v1/posts/%ff",
                "/v1/posts/a%2Fb",
                "/v1/accounts/%00",
                "/v1/accounts/%ff",
                "/v1/accounts/a%2Fb",
                "/v1/accounts/%",
                "/v1/accounts/%zz",
                "/v1/accounts/%c0%af",
                "/v1/articles/%00",
                "/v1/articles/%ED%A0%80",
                "//v1/posts",
                "/v1//posts",
                "/v1/./posts",
                "/v1/x/../posts",
                "/v1/%2e%2e/v1/posts",
                "/v1/%2e/posts",
                "/v1/posts/",
                "/v1/posts;x=1",
                "/v1/posts/1;x=1",
                "/v1/posts/.",
                "/v1/posts/..",
                "/docs/..%2f..%2fetc/passwd",
                "/docs/%2e%2e/%2e%2e/pom.xml",
                "/docs//",
                "/v1/posts/1/",
                "/v1/posts/99999999999999999999",
                "/v1/posts/0",
                "/v1/posts/-1",
                "/v1/posts/+1",
                "/v1/posts/１",
            })
    void pathsThatLeadNowhere(String path) throws IOException {
        try (var client = new RawClient(PORT)) {
            var said = client.ask("GET " + path);
            var known = said.status() == 404 ? "not-found" : "bad-request";
            said.expect(said.status() == 404 ? 404 : 400, known);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=%00", "?tag=%ff", "?tag=a%00b", "?%00=1", "?limit=%", "?cursor=%ED%A0%80", "?x"})
    void queriesThatSayNothing(String query) throws IOException {
        try (var client = new RawClient(PORT)) {
            var said = client.ask("GET /v1/posts" + query);
            assertEquals(400, said.status(), said::text);
            assertEquals("application/problem+json", said.header("Content-Type"));
        }
    }

    @Test
    void theAbsoluteFormOfAnAddressIsAnAddress() throws IOException {
        try (var client = new RawClient(PORT)) {
            assertEquals(
                    200, client.ask("GET http://localhost/v1/posts?limit=1").status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS *", "CONNECT localhost:80", "TRACE /v1/posts", "BREW /v1/posts", "get /v1/posts"})
    void methodsNobodyKnows(String line) throws IOException {
        try (var client = new RawClient(PORT)) {
            int status = client.ask(line).status();
            assertTrue(status >= 400 && status < 500, line.toLowerCase(Locale.ROOT) + " " + status);
        }
    }
}
