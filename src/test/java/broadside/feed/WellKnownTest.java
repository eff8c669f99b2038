package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs find at well-known places. */
class WellKnownTest {
    private static final Server SERVER = Server.shared();
    private static final String SITE = "http://localhost:" + SERVER.port();

    private final Client anybody = SERVER.client();

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }

    /** The path of an address of this server. */
    private static String path(String address) {
        assertTrue(address.startsWith(SITE + "/"), address);
        return address.substring(SITE.length());
    }

    @Test
    void theCatalogLeadsToTheDescriptionAndTheFeeds() {
        var reply = anybody.get("/.well-known/api-catalog").expect(200);
        assertEquals(
                "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
                reply.header("Content-Type").orElseThrow());
        var contexts = objects(reply.json().getJsonArray("linkset")).toList();
        assertEquals(SITE + "/.well-known/api-catalog", contexts.get(0).getString("anchor"));
        var api = contexts.get(1);
        assertEquals(
                api.getString("anchor"),
                contexts.get(0).getJsonArray("item").getJsonObject(0).getString("href"));
        Stream.of("service-desc", "service-doc", "alternate")
                .flatMap(relation -> objects(api.getJsonArray(relation)))
                .forEach(this::leadsWhereItSays);
        assertEquals(3, api.getJsonArray("alternate").size());
        var head = anybody.send("HEAD", "/.well-known/api-catalog", null).expect(200);
        assertEquals(
                "<" + SITE + "/.well-known/api-catalog>; rel=\"api-catalog\"",
                head.header("Link").orElseThrow());
        anybody.get("/.well-known/api-catalog", "If-None-Match", reply.etag()).expect(304);
    }

    private void leadsWhereItSays(JsonObject link) {
        var type = anybody.get(path(link.getString("href"))).expect(200).header("Content-Type");
        assertTrue(type.orElseThrow().startsWith(link.getString("type")), link::encode);
    }

    private Reply finger(String resource, String... relations) {
        var query = new StringBuilder("?resource=" + encoded(resource));
        for (var relation : relations) {
            query.append("&rel=").append(encoded(relation));
        }
        return anybody.get("/.well-known/webfinger" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> relations(Reply found) {
        return objects(found.expect(200).json().getJsonArray("links"))
                .map(link -> link.getString("rel"))
                .toList();
    }

    @Test
    void anAccountIsFoundByItsName() {
        var name = Client.name();
        anybody.register(name);
        var found = finger("acct:" + name + "@localhost").expect(200);
        assertEquals("application/jrd+json", found.header("Content-Type").orElseThrow());
        assertEquals("*", found.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals("acct:" + name + "@localhost", found.json().getString("subject"));
        assertEquals(
                SITE + "/v1/accounts/" + name,
                found.json().getJsonArray("aliases").getString(0));
        objects(found.json().getJsonArray("links"))
                .filter(link -> link.containsKey("type"))
                .forEach(this::leadsWhereItSays);
        assertEquals(
                List.of(
                        "http://webfinger.net/rel/profile-page",
                        "self",
                        "http://webfinger.net/rel/avatar",
                        "alternate",
                        "alternate",
                        "alternate"),
                relations(found));
        anybody.get("/.well-known/webfinger?resource=acct:" + name + "@localhost", "If-None-Match", found.etag())
                .expect(304);
        for (var same : List.of(
                "ACCT:" + name.toUpperCase(java.util.Locale.ROOT) + "@LocalHost",
                "acct:" + name + "@localhost:" + SERVER.port())) {
            assertEquals(found.body(), finger(same).expect(200).body());
        }
    }

    @Test
    void onlyTheRelationsAskedForAreTold() {
        var name = Client.name();
        anybody.register(name);
        var resource = "acct:" + name + "@localhost";
        assertEquals(List.of("self"), relations(finger(resource, "self")));
        assertEquals(
                List.of("self", "alternate", "alternate", "alternate"),
                relations(finger(resource, "alternate", "self", "self")));
        assertEquals(List.of(), relations(finger(resource, "http://example.org/rel/other")));
    }

    @Test
    void namesOfAnyScriptAreFound() {
        var name = "芳子" + Client.name().replaceAll("[^0-9]", "") + "子";
        var registration = Client.registration(name).put("email", Client.name() + "@example.com");
        anybody.post("/v1/accounts", registration).expect(201);
        var encoded = encoded(name);
        for (var resource : List.of("acct:" + name + "@localhost", "acct:" + encoded + "@localhost")) {
            assertEquals(
                    "acct:" + encoded + "@localhost",
                    finger(resource).expect(200).json().getString("subject"));
        }
    }

    @Test
    void whoIsNotSeenIsNotFound() {
        var name = Client.name();
        anybody.register(name);
        TestDatabase.execute(
                SERVER.database(), "update account set suspended_at = now() where username = '" + name + "'");
        for (var resource : List.of(
                "acct:" + name + "@localhost",
                "acct:nobody0@localhost",
                "acct:nobody0@example.org",
                "https://example.org/nobody",
                "mailto:" + name + "@localhost")) {
            assertEquals("not-found", finger(resource).expect(404).problem(), resource);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "acct:",
                "acct:ada",
                "acct:@localhost",
                "acct:ada@",
                "acct:ada@local@host",
                "acct:ada@local/host",
                "acct:a%zz@localhost",
                "acct:a%00b@localhost",
                "acct:a%0Ab@localhost",
                ":ada@localhost",
                "1cct:ada@localhost"
            })
    void aMalformedResourceIsRefused(String resource) {
        assertEquals("format", finger(resource).expect(400).violation("?resource"));
    }

    @Test
    void theResourceIsNeededOnce() {
        var path = "/.well-known/webfinger";
        assertEquals("required", anybody.get(path).expect(400).violation("?resource"));
        assertEquals(
                "duplicate",
                anybody.get(path + "?resource=acct:a@b&resource=acct:a@b")
                        .expect(400)
                        .violation("?resource"));
        assertEquals(
                "unknown",
                anybody.get(path + "?resource=acct:a@b&colour=red").expect(400).violation("?colour"));
    }

    @Test
    void aContactIsToldWhereOneIsSet() {
        anybody.get("/.well-known/security.txt").expect(404);
        var settings = Map.of(
                "BROADSIDE_PUBLIC_URL", "https://blog.example.org",
                "BROADSIDE_POST_URL", "https://blog.example.org/posts/{id}",
                "BROADSIDE_SECURITY_CONTACT", "mailto:security@example.org");
        try (var server = Server.start(settings)) {
            var reply = server.client().get("/.well-known/security.txt").expect(200);
            assertEquals(
                    "text/plain; charset=utf-8", reply.header("Content-Type").orElseThrow());
            var lines = reply.text().lines().toList();
            assertEquals("Contact: mailto:security@example.org", lines.get(0));
            assertEquals("Canonical: https://blog.example.org/.well-known/security.txt", lines.get(2));
            var expires = Instant.parse(lines.get(1).replaceFirst("Expires: ", ""));
            var left = Duration.between(server.clock().instant(), expires);
            assertTrue(left.toDays() > 200 && left.toDays() < 365, lines::toString);
            server.client()
                    .get("/.well-known/security.txt", "If-None-Match", reply.etag())
                    .expect(304);
            server.clock().forward(Duration.ofDays(400));
            assertTrue(!reply.text()
                    .equals(server.client().get("/.well-known/security.txt").text()));
            mapsLeadToTheFrontEnd(server);
        }
    }

    private static void mapsLeadToTheFrontEnd(Server server) {
        var author = server.client().register();
        author.post("/v1/posts", new JsonObject().put("body", "Words")).expect(201);
        assertTrue(server.client()
                .get("/sitemap.xml")
                .text()
                .contains("<loc>https://blog.example.org/sitemap-1.xml</loc>"));
        assertTrue(
                server.client().get("/sitemap-1.xml").text().contains("<loc>https://blog.example.org/posts/1</loc>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/host-meta", "/change-password", "/openid-configuration", "/security.txt/x"})
    void nothingElseIsThere(String place) {
        anybody.get("/.well-known" + place).expect(404);
    }
}
