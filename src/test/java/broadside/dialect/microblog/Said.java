package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What the contract has errors say, word by word. */
final class Said {
    static final String INVALID = "The server found one or more errors in the information that you sent.";

    private static final Map<Integer, String> PLAIN = Map.of(
            400,
            "Bad Request|The browser (or proxy) sent a request that this server could not understand.",
            401,
            "Unauthorized|The server could not verify that you are authorized to access the URL requested. You either supplied "
                    + "the wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the "
                    + "credentials required.",
            403,
            "Forbidden|You don't have the permission to access the requested resource. It is either read-protected or not "
                    + "readable by the server.",
            404,
            "Not Found|The requested URL was not found on the server. If you entered the URL manually please check your "
                    + "spelling and try again.",
            405,
            "Method Not Allowed|The method is not allowed for the requested URL.",
            409,
            "Conflict|A conflict happened while processing the request. The resource might have been modified while the request "
                    + "was being processed.",
            500,
            "Internal Server Error|The server encountered an internal error and was unable to complete your request. Either the "
                    + "server is overloaded or there is an error in the application.");

    private Said() {}

    /** The whole body of a plain error. */
    static Reply plain(int status, Reply reply) {
        var words = String.valueOf(PLAIN.get(status)).split("\\|");
        var body = new JsonObject().put("code", status).put("message", words[0]).put("description", words[1]);
        assertEquals(body, reply.expect(status).json());
        return reply;
    }

    /** A plain 400 that says which field it is about, too. */
    static void plainAbout(String field, Reply reply) {
        var body = reply.expect(400).json();
        assertEquals("Bad Request", body.getString("message"));
        assertEquals(1, Somebody.errors(reply, "json", field).size());
    }

    /** The whole body of a validation error of one place: field, text, field, text. */
    static void wrong(Reply reply, String place, String... fieldsAndTexts) {
        var fields = new JsonObject();
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            var texts = fields.getJsonArray(fieldsAndTexts[i], new io.vertx.core.json.JsonArray());
            fields.put(fieldsAndTexts[i], texts.add(fieldsAndTexts[i + 1]));
        }
        var body = new JsonObject()
                .put("code", 400)
                .put("description", INVALID)
                .put("errors", new JsonObject().put(place, fields))
                .put("message", "Validation Error");
        assertEquals(body, reply.expect(400).json());
    }
}
