package broadside.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsRoutesTest {
    @AutoClose
    private static final DocsServer SERVER = new DocsServer();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void homeLeadsToTheDocs() throws Exception {
        var answer = get("/");
        assertEquals(302, answer.statusCode());
        assertEquals("/docs", header(answer, "Location"));
    }

    @Test
    void servesTheContract() throws Exception {
        var answer = get("/openapi.json");
        assertEquals(ApiDocument.ofNative().json(), new JsonObject(text(answer)));
        assertEquals("application/json; charset=utf-8", header(answer, "Content-Type"));
        var again = get("/openapi.json", "If-None-Match", header(answer, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals(0, again.body().length);
    }

    /** Feeds are served elsewhere. */
    @Test
    void everythingThePageNamesIsServedHere() throws Exception {
        var named = find("(?:src|href)=\"((?!/feeds/)[^\"]*)\"", text(get("/docs")));
        assertEquals(6, named.size(), named.toString());
        for (var path : named) {
            assertTrue(path.equals("data:,") || get(path).statusCode() == 200, path);
        }
    }

    /** No policy but one without exceptions keeps what strangers wrote from running. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/problems/not-found"})
    void pagesRunNothingInline(String path) throws Exception {
        var answer = get(path);
        assertEquals(200, answer.statusCode(), text(answer));
        var policy = header(answer, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none';"), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("*") || policy.contains("http"), policy);
        assertEquals(List.of(), find("(<style|style=|\\son\\w+=|<script(?! src))", text(answer)));
    }

    @Test
    void theLibraryIsKeptAndPackedOnce() throws Exception {
        var path = find("href=\"([^\"]*swagger-ui.css)\"", text(get("/docs"))).get(0);
        var plain = get(path);
        var packed = get(path, "Accept-Encoding", "br, gzip");
        assertEquals("public, max-age=31536000, immutable", header(plain, "Cache-Control"));
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals(text(plain), unpack(packed.body()));
        assertNotEquals(header(plain, "ETag"), header(packed, "ETag"));
        assertEquals("", header(get(path, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/5.34.1/index.html",
                "/docs/index.html",
                "/docs/problems.json",
                "/docs/..%2f..%2fexport%2fREADME.txt",
                "/docs/%2e%2e/openapi/native/info.json",
                "/docs/swagger-uixcss",
                "/problems/",
                "/problems/unheard-of",
                "/problems/..%2fdocs"
            })
    void nothingElseIsServed(String path) throws Exception {
        var answer = get(path);
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SERVER.address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String unpack(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
