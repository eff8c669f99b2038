package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.pagination;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same people and posts in every API. */
@Conforms("microblog")
class OneDomainTest {
    private final Server server = Server.shared();
    private final Somebody nobody = Somebody.nobody(server);
    private final Somebody susan = Somebody.register(server);
    private final Somebody tom = Somebody.register(server);
    private final Client writer = susan.natively(server);

    private String native_(JsonObject post) {
        return writer.post("/v1/posts", post).expect(201).json().getString("id");
    }

    private static JsonObject note(String body) {
        return new JsonObject().put("body", body);
    }

    @Test
    @Line("domain.account")
    void anAccountLogsInThroughEveryApi() {
        assertEquals(susan.name(), writer.get("/v1/me").expect(200).json().getString("username"));
        var name = Client.name();
        server.client().register(name);
        nobody.logIn(name, Client.PASSWORD).expect(200);
        writer.get("/v1/me").expect(200);
        susan.with(String.valueOf(writer.token())).get("/me").expect(200);
    }

    @Test
    @Line("domain.password")
    void aShortPasswordLogsInWhereLongOnesAreAsked() {
        var name = Client.name();
        nobody.post("/users", Somebody.registration(name).put("password", "cat"))
                .expect(201);
        server.client().logIn(name, "cat").get("/v1/me").expect(200);
        var long_ = Client.name();
        nobody.post("/users", Somebody.registration(long_).put("password", "x".repeat(2_000)))
                .expect(201);
        server.client().logIn(long_, "x".repeat(2_000)).get("/v1/me").expect(200);
    }

    @Test
    @Line("domain.post")
    void aPostIsANoteEverywhere() {
        var id = susan.say("written here #tagged").getInteger("id");
        var note = server.client().get("/v1/posts/" + id).expect(200).json();
        assertEquals("note", note.getString("kind"));
        assertEquals("public", note.getString("visibility"));
        assertEquals(new JsonArray().add("tagged"), note.getJsonArray("tags"));
        assertTrue(server.client()
                .get("/v1/accounts/" + susan.name() + "/posts")
                .expect(200)
                .text()
                .contains("written here"));
        assertTrue(writer.get("/v1/me/timeline").expect(200).text().contains("written here"));
        assertTrue(server.client()
                .get("/feeds/atom/accounts/" + susan.name())
                .expect(200)
                .text()
                .contains("written here"));
        assertTrue(server.client()
                .get("/v1/search/posts?q=written")
                .expect(200)
                .text()
                .contains("written here"));
    }

    @Test
    @Line("domain.only-notes")
    void nothingButNotesIsShown() {
        var note = native_(note("a note"));
        var article = native_(note("text").put("title", "Article"));
        var reply = native_(note("a reply").put("replyTo", note));
        var draft = native_(note("a draft").put("status", "draft"));
        for (var hidden : List.of(article, reply, draft)) {
            for (var method : List.of("GET", "DELETE")) {
                Said.plain(404, susan.send(method, "/posts/" + hidden, null));
            }
            Said.plain(404, susan.put("/posts/" + hidden, new JsonObject().put("text", "x")));
        }
        assertEquals(List.of("a note"), texts(susan.get("/users/" + susan.id() + "/posts")));
        assertEquals(List.of("a note"), texts(susan.get("/feed")));
        writer.get("/v1/posts/" + article).expect(200);
    }

    @Test
    @Line("domain.long-text")
    void longTextIsShownWhole() {
        var body = "x".repeat(900);
        var id = native_(note(body));
        assertEquals(body, tom.get("/posts/" + id).expect(200).json().getString("text"));
        Said.wrong(
                susan.put("/posts/" + id, new JsonObject().put("text", body)),
                "json",
                "text",
                "Length must be between 1 and 280.");
        susan.put("/posts/" + id, new JsonObject()).expect(200);
    }

    @Test
    @Line("domain.visibility")
    void whoMaySeeAPostIsTheSameEverywhere() {
        var followers = native_(note("for followers").put("visibility", "followers"));
        var own = native_(note("for me").put("visibility", "private"));
        Said.plain(404, tom.get("/posts/" + followers));
        Said.plain(404, tom.put("/posts/" + own, new JsonObject().put("text", "x")));
        susan.get("/posts/" + own).expect(200);
        tom.follow(susan);
        tom.get("/posts/" + followers).expect(200);
        assertEquals(List.of("for followers"), texts(tom.get("/users/" + susan.id() + "/posts")));
        assertEquals(List.of("for followers"), texts(tom.get("/feed")));
        assertEquals(1, pagination(tom.get("/feed")).getInteger("total"));
        assertTrue(texts(tom.get("/posts")).contains("for followers"));
    }

    @Test
    @Line("domain.mute-block")
    void mutedAreNotHeardAndBlockedNotThere() {
        var post = susan.say("heard?").getInteger("id");
        tom.follow(susan);
        var reader = tom.natively(server);
        reader.put("/v1/accounts/" + susan.name() + "/mute", null).expect(204);
        assertEquals(List.of(), texts(tom.get("/feed")));
        assertTrue(!texts(tom.get("/posts")).contains("heard?"));
        assertEquals(List.of("heard?"), texts(tom.get("/users/" + susan.id() + "/posts")));
        reader.put("/v1/accounts/" + susan.name() + "/block", null).expect(204);
        Said.plain(404, susan.get("/users/" + tom.id()));
        Said.plain(404, tom.get("/posts/" + post));
        Said.plain(404, susan.post("/me/following/" + tom.id(), null));
    }

    @Test
    @Line("domain.personal-token")
    void aPersonalTokenReadsAndWritesButChangesNoAccount() {
        var draft = new JsonObject()
                .put("name", "script")
                .put("scopes", new JsonArray().add("read").add("write"));
        var script =
                susan.with(writer.post("/v1/tokens", draft).expect(201).json().getString("token"));
        script.say("by a script");
        Said.plain(403, script.put("/me", new JsonObject().put("about_me", "x")));
        Said.plain(403, script.delete("/tokens"));
    }

    @Test
    @Line("domain.address")
    void aNewAddressIsVerifiedByMailAndTheOldOneTold() {
        var name = Client.name();
        susan.put("/me", new JsonObject().put("email", name + "@example.org")).expect(200);
        var box = Mailbox.of(server);
        assertTrue(box.newest(susan.name() + "@example.com", 2).contains("e-mail address"));
        var token = new JsonObject().put("token", box.token(name + "@example.org", 1));
        server.client().post("/v1/email-confirmations", token).expect(204);
        assertEquals(
                true,
                susan.with(String.valueOf(writer.token()))
                        .client()
                        .get("/v1/me")
                        .json()
                        .getBoolean("emailVerified"));
    }

    @Test
    @Line("docs")
    void theContractIsServedAndShown() {
        var document =
                server.client().get("/microblog/openapi.json").expect(200).json();
        assertEquals("Broadside as Microblog", document.getJsonObject("info").getString("title"));
        assertTrue(server.client().get("/docs").expect(200).text().contains("data-api=\"/microblog/openapi.json\""));
        assertEquals(
                "/docs#microblog",
                server.client().get("/microblog").expect(302).header("Location").orElseThrow());
        assertEquals(
                "/docs#microblog",
                server.client()
                        .get("/microblog/docs")
                        .expect(302)
                        .header("Location")
                        .orElseThrow());
    }
}
