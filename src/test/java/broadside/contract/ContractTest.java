package broadside.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each planted fault must be found, and what is right must pass. */
class ContractTest {
    private static final Contract CONTRACT = Contract.load();

    private final MultiMap requestHeaders = MultiMap.caseInsensitiveMultiMap()
            .add("Authorization", "Bearer abc")
            .add("Content-Type", "application/json");
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap()
            .add("X-Request-Id", "12345678")
            .add("ETag", "\"1-a\"")
            .add("Location", "/v1/posts/101")
            .add("Content-Type", "application/json; charset=utf-8");
    private final JsonObject draft = new JsonObject().put("body", "Good morning");
    private final JsonObject post = example("Note");

    @Test
    void whatIsRightPasses() {
        assertFound(List.of(), created());
        assertFound(List.of(), got("GET", "/v1/posts/101", 200, post.toBuffer()));
        assertFound(
                List.of(),
                got("GET", "/v1/posts?limit=5&tag=%23", 200, example("PostPage").toBuffer()));
        assertFound(List.of(), got("HEAD", "/v1/posts/101", 200, Buffer.buffer()));
        assertFound(List.of(), got("GET", "/v1/posts/101", 304, Buffer.buffer()));
        assertFound(List.of(), got("DELETE", "/v1/sessions/current", 204, Buffer.buffer()));
        assertFound(List.of(), problem("GET", "/v1/posts/7", 404, "not-found"));
        assertFound(List.of(), problem("GET", "/nowhere", 404, "not-found"));
        assertFound(List.of(), got("OPTIONS", "/v1/posts", 204, Buffer.buffer()));
    }

    @Test
    void findsAWrongShape() {
        post.put("id", 101);
        post.remove("slug");
        post.put("colour", "red");
        post.getJsonObject("author").put("username", "u".repeat(65));
        assertFound(
                List.of(
                        "#: Instance does not have required property \"slug\"",
                        "#/id: Instance type number is invalid. Expected string",
                        "#/author/username: String is too long (65 > 64)",
                        "#/colour: Property \"colour\" does not match additional properties schema"),
                created());
    }

    @Test
    void countsCodePoints() {
        post.getJsonObject("author").put("displayName", "😀".repeat(80));
        assertFound(List.of(), created());
    }

    @Test
    void findsAnUndocumentedStatus() {
        String difference = CONTRACT.differences(got("GET", "/v1/posts/101", 418, Buffer.buffer()))
                .get(0);
        assertTrue(difference.startsWith("GET /v1/posts/{id} does not document 418, only [200, 304, 400"), difference);
    }

    @Test
    void findsAWrongContentType() {
        headers.set("Content-Type", "text/html");
        assertFound(List.of("Content-Type is text/html, not [application/json]"), created());
    }

    @Test
    void findsABodyThatIsNotJson() {
        assertFound(List.of("the body is not JSON"), got("GET", "/v1/posts/101", 200, Buffer.buffer("{")));
    }

    @Test
    void findsABodyWhereNoneBelongs() {
        assertFound(
                List.of("a body where there should be none"),
                got("DELETE", "/v1/sessions/current", 204, Buffer.buffer("{}")));
    }

    @Test
    void findsAMissingAndAWrongHeader() {
        headers.remove("Location").set("X-Request-Id", "short");
        assertFound(
                List.of(
                        "header X-Request-Id (short) #: String is too short (5 < 8)",
                        "header X-Request-Id (short) #: String does not match pattern",
                        "no header Location"),
                created());
    }

    @Test
    void findsAProblemOfAnotherStatus() {
        assertFound(
                List.of(
                        "#/type: Instance does not match any of [\"/problems/not-found\"]",
                        "#/status: Instance does not match 404"),
                problem("GET", "/v1/posts/7", 404, 403, "forbidden"));
    }

    @Test
    void findsAnAnswerThatIsNoOperation() {
        assertFound(
                List.of("no operation of the contract, yet the answer is not a problem"),
                got("GET", "/v1/secrets", 200, post.toBuffer()));
        assertFound(List.of("no header Allow"), problem("PUT", "/v1/posts/7", 405, "method-not-allowed"));
    }

    @Test
    void findsThatTooMuchWasTaken() {
        draft.put("colour", "red");
        assertFound(
                List.of(
                        "it took a wrong body: #/colour: Property \"colour\" does not match additional properties schema"),
                created());
        requestHeaders.set("Content-Type", "text/plain");
        assertFound(List.of("it took a body of type text/plain, not [application/json]"), created());
        assertFound(
                List.of(
                        "it took the undocumented parameter colour",
                        "parameter limit (101) #: 101 is greater than 100"),
                got(
                        "GET",
                        "/v1/posts?colour=red&limit=101",
                        200,
                        example("PostPage").toBuffer()));
        requestHeaders.remove("Authorization");
        assertFound(
                List.of("it succeeded without a token"), got("DELETE", "/v1/sessions/current", 204, Buffer.buffer()));
    }

    @Test
    void failsWithTheWholeStory() {
        post.put("id", 101);
        AssertionError error = assertThrows(AssertionError.class, () -> CONTRACT.check(created()));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("POST /v1/posts → 201\n  #/id: Instance type number"), message);
    }

    @Test
    void listsLiteralPathsFirst() {
        List<String> operations =
                CONTRACT.operations().stream().map(Operation::toString).toList();
        assertTrue(operations.indexOf("DELETE /v1/sessions/current") < operations.indexOf("DELETE /v1/sessions/{id}"));
    }

    private static void assertFound(List<String> differences, Exchange exchange) {
        assertEquals(List.copyOf(differences), CONTRACT.differences(exchange));
    }

    private Exchange created() {
        return new Exchange("POST", "/v1/posts", requestHeaders, draft.toBuffer(), 201, headers, post.toBuffer());
    }

    private Exchange got(String method, String target, int status, Buffer body) {
        return new Exchange(method, target, requestHeaders, Buffer.buffer(), status, headers, body);
    }

    private Exchange problem(String method, String target, int status, String code) {
        return problem(method, target, status, status, code);
    }

    private Exchange problem(String method, String target, int status, int told, String code) {
        headers.set("Content-Type", "application/problem+json");
        JsonObject problem = new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", "Title")
                .put("status", told)
                .put("detail", "Detail.")
                .put("instance", target)
                .put("requestId", "12345678");
        return got(method, target, status, problem.toBuffer());
    }

    private static JsonObject example(String name) {
        JsonPointer pointer = JsonPointer.from("/components/examples/" + name + "/value");
        return ((JsonObject) pointer.queryJson(CONTRACT.document().json())).copy();
    }
}
