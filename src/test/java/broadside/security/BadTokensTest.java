package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.RawClient;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a token, the answer is the same. */
@Tag("any-server")
class BadTokensTest {
    private static final Server SERVER = Server.shared();
    private static final String NAME = Client.name();
    private static final Client SUSAN = SERVER.client().register(NAME);
    private static final String GOOD = Objects.requireNonNull(SUSAN.token());

    /** A value of the Authorization field for each fault. */
    static Stream<Map.Entry<String, String>> bad() {
        var refresh = logIn().getString("refreshToken");
        var values = new LinkedHashMap<String, String>();
        values.put("nothing", "");
        values.put("no token", "Bearer");
        values.put("a blank token", "Bearer ");
        values.put("no scheme", GOOD);
        values.put("another scheme", "Basic " + GOOD);
        values.put("a scheme of another API", "Digest " + GOOD);
        values.put("a name and a password", "Basic " + base64(NAME + ":" + Client.PASSWORD));
        values.put("the scheme twice", "Bearer Bearer " + GOOD);
        values.put("two tokens", "Bearer " + GOOD + " " + GOOD);
        values.put("two tokens in a list", "Bearer " + GOOD + ", Bearer " + GOOD);
        values.put("a comma behind it", "Bearer " + GOOD + ",");
        values.put("an equals sign", "Bearer=" + GOOD);
        values.put("a colon", "Bearer: " + GOOD);
        values.put("quotes", "Bearer \"" + GOOD + "\"");
        values.put("a letter less", "Bearer " + GOOD.substring(0, GOOD.length() - 1));
        values.put("a letter more", "Bearer " + GOOD + "A");
        values.put("another last letter", "Bearer " + GOOD.substring(0, GOOD.length() - 4) + "AAAA");
        values.put("capitals", "Bearer " + GOOD.toUpperCase(Locale.ROOT));
        values.put("without its kind", "Bearer " + GOOD.substring(4));
        values.put("only its kind", "Bearer bsa_");
        values.put("of another kind", "Bearer bsp_" + GOOD.substring(4));
        values.put("a refresh token", "Bearer " + refresh);
        values.put("a refresh token said to be an access token", "Bearer bsa_" + refresh.substring(4));
        values.put("a mailed secret", "Bearer bsm_" + "A".repeat(43));
        values.put("a refresh token that is none", "Bearer bsr_" + "A".repeat(43));
        values.put("nobody's", "Bearer bsa_" + "A".repeat(43));
        values.put("percent-encoded", "Bearer " + GOOD.replace("_", "%5F"));
        values.put("padded", "Bearer " + GOOD + "=");
        values.put("an unsigned JWT", "Bearer " + jwt("none") + ".");
        values.put("a signed JWT", "Bearer " + jwt("HS256") + "." + base64("signature"));
        values.put("SQL", "Bearer ' or '1'='1");
        values.put("a pattern", "Bearer bsa_" + "%".repeat(43));
        values.put("letters beyond ASCII", "Bearer bsa_" + "é".repeat(43));
        values.put("far too long", "Bearer bsa_" + "A".repeat(6_000));
        values.put("null", "Bearer null");
        values.put("undefined", "Bearer undefined");
        values.put("expired", "Bearer " + expired());
        values.put("revoked", "Bearer " + revoked());
        values.put("of somebody who is suspended", "Bearer " + suspended());
        values.put("a personal token that has expired", "Bearer " + expiredPersonal());
        values.put("a personal token that was revoked", "Bearer " + revokedPersonal());
        return values.entrySet().stream();
    }

    private static JsonObject logIn() {
        var body = new JsonObject().put("login", NAME).put("password", Client.PASSWORD);
        return SERVER.client().post("/v1/sessions", body).expect(201).json();
    }

    private static String expired() {
        var token = logIn().getString("accessToken");
        ends("access_token", token);
        return token;
    }

    private static void ends(String table, String token) {
        TestDatabase.execute(
                SERVER.database(),
                "update " + table + " set expires_at = now() - interval '1 hour' where hash = sha256('" + token + "')");
    }

    private static String revoked() {
        var token = logIn().getString("accessToken");
        SERVER.client().with(token).delete("/v1/sessions/current").expect(204);
        return token;
    }

    private static String suspended() {
        var name = Client.name();
        var token = SERVER.client().register(name).token();
        TestDatabase.execute(
                SERVER.database(), "update account set suspended_at = now() where username = '" + name + "'");
        return String.valueOf(token);
    }

    private static JsonObject personal() {
        var draft = new JsonObject().put("name", "script").put("scopes", new JsonArray().add("read"));
        return SUSAN.post("/v1/tokens", draft).expect(201).json();
    }

    private static String expiredPersonal() {
        var token = personal().getString("token");
        ends("personal_token", token);
        return token;
    }

    private static String revokedPersonal() {
        var made = personal();
        SUSAN.delete("/v1/tokens/" + made.getString("id")).expect(204);
        return made.getString("token");
    }

    private static String jwt(String algorithm) {
        return base64("{\"alg\":\"" + algorithm + "\"}") + "."
                + base64("{\"sub\":\"" + NAME + "\",\"role\":\"admin\"}");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isAnsweredLikeAnyOther(Map.Entry<String, String> bad) throws IOException {
        assertEquals(answer(""), answer("Authorization: " + bad.getValue()));
    }

    /** All of it but what tells one request from another, and whether there was a token at all (RFC 6750, 3.1). */
    private static String answer(String header) throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            var said = (header.isEmpty() ? client.ask("GET /v1/me") : client.ask("GET /v1/me", header))
                    .expect(401, "unauthenticated");
            var headers = new LinkedHashMap<>(said.headers());
            headers.remove("x-request-id");
            headers.remove("date");
            assertTrue(
                    List.of("Bearer", "Bearer error=\"invalid_token\"").contains(headers.remove("www-authenticate")),
                    said::toString);
            return headers + "\n" + said.text().replaceFirst("\"requestId\":\"[^\"]+\"", "");
        }
    }

    @Test
    void aTokenElsewhereIsNone() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            client.ask("GET /v1/me?access_token=" + GOOD).expect(401, "unauthenticated");
            client.ask("GET /v1/me", "Cookie: access_token=" + GOOD).expect(401, "unauthenticated");
            client.ask("GET /v1/me", "X-Access-Token: " + GOOD).expect(401, "unauthenticated");
            client.ask("GET /v1/me", "Proxy-Authorization: Bearer " + GOOD).expect(401, "unauthenticated");
            assertEquals(
                    200,
                    client.ask("GET /v1/me", "Authorization: Bearer " + GOOD).status());
            assertEquals(
                    200,
                    client.ask("GET /v1/me", "Authorization: bearer " + GOOD).status());
        }
    }

    @Test
    void twoFieldsAreNone() throws IOException {
        try (var client = new RawClient(SERVER.port())) {
            var other = SERVER.client().register().token();
            int status = client.ask("GET /v1/me", "Authorization: Bearer " + GOOD, "Authorization: Bearer " + other)
                    .status();
            assertEquals(401, status);
        }
    }
}
