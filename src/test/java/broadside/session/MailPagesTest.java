package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MailPagesTest {
    private static final String NEXT = "an entirely new sentence & more";

    private final Server server = Server.shared();
    private final Mailbox mailbox = Mailbox.of(server);
    private final Client anybody = server.client();
    private final String name = Client.name();
    private final String email = name + "@example.com";
    private final Client ada = anybody.register(name);

    private Reply post(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        return anybody.send(
                "POST", path, Buffer.buffer(body.toString()), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private boolean verified() {
        return ada.get("/v1/me").expect(200).json().getBoolean("emailVerified");
    }

    /** The link in the newest mail, on the address tests reach the server by. */
    private String path(int mails) {
        var mail = mailbox.newest(email, mails);
        return mail.replaceFirst("(?s).*http://localhost:\\d+(/\\S+token=\\S+).*", "$1");
    }

    @Test
    void openingALinkChangesNothing() {
        var path = path(1);
        var page = anybody.get(path).expect(200);
        anybody.send("HEAD", path, null).expect(200);
        assertEquals("text/html; charset=utf-8", page.header("Content-Type").orElseThrow());
        assertEquals("no-store", page.header("Cache-Control").orElseThrow());
        assertEquals("no-referrer", page.header("Referrer-Policy").orElseThrow());
        assertTrue(page.text().contains("<form method=\"post\" action=\"confirm-email\">"), page.text());
        assertFalse(verified());
    }

    @Test
    void theFormConfirms() {
        var token = mailbox.token(email, 1);
        var page = post("/confirm-email", "token", token).expect(200);
        assertTrue(page.text().contains("Your e-mail address is confirmed."), page.text());
        assertTrue(verified());
        var again = post("/confirm-email", "token", token).expect(400);
        assertEquals("text/html; charset=utf-8", again.header("Content-Type").orElseThrow());
        assertTrue(again.text().contains("role=\"alert\""), again.text());
    }

    @Test
    void theFormSetsAPassword() {
        anybody.post("/v1/password-resets", new JsonObject().put("email", email))
                .expect(202);
        var path = path(2);
        assertTrue(path.startsWith("/reset-password?token="), path);
        assertTrue(anybody.get(path).expect(200).text().contains("name=\"newPassword\""));
        var token = mailbox.token(email, 2);
        post("/reset-password", "token", token, "newPassword", NEXT).expect(200);
        anybody.logIn(name, NEXT);
        post("/reset-password", "token", token, "newPassword", NEXT).expect(400);
    }

    @Test
    void aPasswordThatIsTooShortCanBeMendedAtOnce() {
        anybody.post("/v1/password-resets", new JsonObject().put("email", email))
                .expect(202);
        var token = mailbox.token(email, 2);
        var page =
                post("/reset-password", "token", token, "newPassword", "short").expect(400);
        assertTrue(page.text().contains("It must have at least 10 characters."), page.text());
        assertTrue(page.text().contains(token), page.text());
        post("/reset-password", "token", token, "newPassword", NEXT).expect(200);
    }

    @Test
    void whatIsNoTokenStaysOutOfThePage() {
        for (var path : new String[] {"/confirm-email", "/reset-password"}) {
            anybody.get(path).expect(400);
            var page = anybody.get(path + "?token=" + encode("\"><script>alert(1)</script>"))
                    .expect(400);
            assertFalse(page.text().contains("script"), page.text());
            var sent = post(path, "token", "\"><script>alert(1)</script>", "newPassword", "short")
                    .expect(400);
            assertFalse(sent.text().contains("script"), sent.text());
            anybody.get(path + "?colour=red").expect(400);
        }
    }

    @Test
    void theStyleIsTheOneThePolicyAllows() throws NoSuchAlgorithmException {
        var page = anybody.get("/confirm-email?token=bsm_" + "a".repeat(43)).expect(200);
        var style = page.text().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                page.header("Content-Security-Policy").orElseThrow());
    }

    @Test
    void onlyFormsAreTaken() {
        var json = anybody.post("/confirm-email", new JsonObject().put("token", "x"));
        assertEquals("unsupported-media-type", json.expect(415).problem());
        post("/confirm-email", "token", "x".repeat(47), "token", "y".repeat(47)).expect(400);
        post("/confirm-email").expect(400);
    }
}
