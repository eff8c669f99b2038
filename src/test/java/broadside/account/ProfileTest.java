package broadside.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** One's own profile, and what others see of it. */
class ProfileTest {
    private final Client anybody = Server.shared().client();

    @Test
    void isEditedByMergePatch() {
        var name = Client.name();
        var susan = anybody.register(name);
        var patch = new JsonObject()
                .put("displayName", "Susan")
                .put("bio", "I write *Java*")
                .put("locale", "pt-br")
                .put("avatarUrl", "https://example.com/me.png");
        var edited = susan.patch("/v1/me", patch).expect(200).json();
        assertEquals("<p>I write <em>Java</em></p>\n", edited.getString("bioHtml"));
        assertEquals("pt-BR", edited.getString("locale"));

        var kept = susan.patch("/v1/me", new JsonObject().putNull("avatarUrl"))
                .expect(200)
                .json();
        assertEquals("Susan", kept.getString("displayName"), "what is absent stays");
        assertTrue(kept.getString("avatarUrl").startsWith("https://www.gravatar.com/avatar/"), "null clears");
        assertNull(susan.patch("/v1/me", new JsonObject().putNull("bio"))
                .expect(200)
                .json()
                .getString("bioHtml"));
    }

    @Test
    void isSeenWithoutTheAddress() {
        var name = Client.name();
        anybody.register(name);
        var seen = anybody.get("/v1/accounts/" + name).expect(200);
        for (var hidden : new String[] {"email", "emailVerified", "locale", "role"}) {
            assertFalse(seen.json().containsKey(hidden), hidden);
        }
        assertFalse(seen.text().contains("@example.com"));
        anybody.get("/v1/accounts/" + name.toUpperCase(java.util.Locale.ROOT), "If-None-Match", seen.etag())
                .expect(304);
        anybody.get("/v1/accounts/nobody-" + name).expect(404);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var susan = anybody.register();
        var wrong = new JsonObject()
                .put("displayName", "x".repeat(81))
                .put("bio", "x".repeat(501))
                .put("locale", "english")
                .put("avatarUrl", "javascript:alert(1)")
                .put("role", "admin")
                .put("email", 7);
        var refused = susan.patch("/v1/me", wrong).expect(400);
        assertEquals("too-long", refused.violation("/displayName"));
        assertEquals("too-long", refused.violation("/bio"));
        assertEquals("format", refused.violation("/avatarUrl"));
        assertEquals("unknown", refused.violation("/role"));
        assertEquals("unknown", refused.violation("/email"));
    }

    @Test
    void refusesAStaleEdit() {
        var susan = anybody.register();
        var first = susan.get("/v1/me").expect(200);
        susan.patch("/v1/me", new JsonObject().put("bio", "one"), "If-Match", first.etag())
                .expect(200);
        susan.patch("/v1/me", new JsonObject().put("bio", "two"), "If-Match", first.etag())
                .expect(412);
    }
}
