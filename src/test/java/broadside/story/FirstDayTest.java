package broadside.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Somebody finds the API, joins, writes, changes her mind, leaves. */
class FirstDayTest {
    private final Client anybody = Server.shared().client();

    @Test
    void joinsWritesEditsAndLeaves() {
        var name = Client.name();
        var susan = anybody.register(name);
        var written = susan.post("/v1/posts", new JsonObject().put("body", "Hello **world** #first"))
                .expect(201);
        assertEquals(
                "<p>Hello <strong>world</strong> #first</p>\n", written.json().getString("html"));

        var path = written.header("Location").orElseThrow();
        var edited = susan.patch(path, new JsonObject().put("body", "Goodbye"), "If-Match", written.etag())
                .expect(200);
        assertNotEquals(written.etag(), edited.etag());
        susan.patch(path, new JsonObject().put("body", "Again"), "If-Match", written.etag())
                .expect(412);

        var read = anybody.get(path).expect(200);
        assertEquals("Goodbye", read.json().getString("excerpt"));
        assertTrue(!read.json().containsKey("body"), "the source is the author's alone");
        assertEquals(
                1,
                anybody.get("/v1/accounts/" + name)
                        .expect(200)
                        .json()
                        .getJsonObject("counts")
                        .getInteger("posts"));

        susan.delete("/v1/sessions/current").expect(204);
        anybody.get(path, "If-None-Match", read.etag()).expect(304);
    }
}
