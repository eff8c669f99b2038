package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.PASSWORD;
import static broadside.dialect.realworld.Conduit.article;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.comment;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.slugs;
import static broadside.dialect.realworld.Conduit.somebody;
import static broadside.dialect.realworld.Conduit.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Client;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done through one API is there in the other. */
@Conforms("realworld")
class OneDomainTest {
    private final Conduit susan = somebody();
    private final Client ours = susan.ours();

    private static String id(Client who, JsonObject article) {
        return who.get("/v1/articles/" + article.getString("slug"))
                .expect(200)
                .json()
                .getString("id");
    }

    @Test
    @Line("domain.article")
    void anArticleIsAPost() {
        var written = susan.write("Xylophone " + Client.name(), "music");
        var post = ours.get("/v1/posts/" + id(ours, written)).expect(200).json();
        assertEquals(written.getString("description"), post.getString("summary"));
        assertEquals("article", post.getString("kind"));
        assertEquals(written.getString("createdAt"), post.getString("publishedAt"));
        var word = written.getString("title").split(" ")[1];
        assertEquals(1, found("/v1/search/posts?q=" + word));
        assertEquals(1, found("/v1/accounts/" + susan.name() + "/posts"));
        assertTrue(ours.get("/feeds/atom/accounts/" + susan.name())
                .expect(200)
                .text()
                .contains(word));
        var reader = somebody();
        reader.post("/profiles/" + susan.name() + "/follow", null).expect(200);
        assertEquals(
                1,
                reader.ours()
                        .get("/v1/me/timeline")
                        .expect(200)
                        .json()
                        .getJsonArray("data")
                        .size());
    }

    private int found(String list) {
        return ours.get(list).expect(200).json().getJsonArray("data").size();
    }

    @Test
    @Line("domain.comment")
    void aCommentIsAReply() {
        var written = susan.write("Answered");
        var ada = somebody();
        var said =
                ada.post(at(written) + "/comments", comment("So it is.")).json().getJsonObject("comment");
        var replies = ours.get("/v1/posts/" + id(ours, written) + "/replies")
                .expect(200)
                .json()
                .getJsonArray("data");
        assertEquals(
                String.valueOf(said.getValue("id")), replies.getJsonObject(0).getString("id"));
        var deeper = new JsonObject().put("body", "Is it?").put("replyTo", String.valueOf(said.getValue("id")));
        ours.post("/v1/posts", deeper).expect(201);
        assertEquals(
                1,
                nobody().get(at(written) + "/comments")
                        .json()
                        .getJsonArray("comments")
                        .size());
    }

    @Test
    @Line("domain.favorite")
    void aFavouriteIsALike() {
        var written = susan.write("Well liked");
        var fan = somebody();
        fan.ours().put("/v1/posts/" + id(ours, written) + "/like", null).expect(204);
        assertEquals(true, article(fan.get(at(written))).getBoolean("favorited"));
        fan.delete(at(written) + "/favorite").expect(200);
        var viewer = fan.ours().get("/v1/posts/" + id(ours, written)).json().getJsonObject("viewer");
        assertEquals(false, viewer.getBoolean("liked"));
    }

    @Test
    @Line("domain.log-in")
    void anAccountOpensEveryApi() {
        Server.shared().client().logIn(susan.name(), PASSWORD).get("/v1/me").expect(200);
        var name = Client.name();
        Server.shared().client().register(name);
        var there = user("email", name + "@example.com", "password", Client.PASSWORD);
        nobody().post("/users/login", there).expect(200);
    }

    @Test
    @Line("domain.short-password")
    void aShortPasswordOpensOurApiToo() {
        var name = Client.name();
        nobody().post("/users", user("username", name, "email", name + "@example.com", "password", "x"))
                .expect(201);
        Server.shared().client().logIn(name, "x").get("/v1/me").expect(200);
    }

    @Test
    @Line("domain.visibility")
    void whatIsNotForAReaderIsNotThere() {
        var secret = written("private");
        var forFollowers = written("followers");
        var reader = somebody();
        assertRefused(404, "article", "not found", reader.get("/articles/" + secret));
        assertRefused(404, "article", "not found", reader.post("/articles/" + secret + "/favorite", null));
        assertRefused(404, "article", "not found", reader.get("/articles/" + forFollowers));
        assertEquals(List.of(), slugs(reader.get("/articles?author=" + susan.name())));
        reader.post("/profiles/" + susan.name() + "/follow", null).expect(200);
        reader.get("/articles/" + forFollowers).expect(200);
        assertEquals(List.of(forFollowers), slugs(reader.get("/articles/feed")));
        assertEquals(1, reader.get("/articles/feed").json().getInteger("articlesCount"));
        assertEquals(List.of(forFollowers, secret), slugs(susan.get("/articles?author=" + susan.name())));
    }

    @Test
    @Line("domain.visibility")
    void aDraftIsNotThereEvenForItsAuthor() {
        var draft = new JsonObject()
                .put("title", "Draft " + susan.name())
                .put("body", "x")
                .put("status", "draft");
        var slug = ours.post("/v1/posts", draft).expect(201).json().getString("slug");
        assertRefused(404, "article", "not found", susan.get("/articles/" + slug));
    }

    @Test
    @Line("domain.visibility")
    void whoIsBlockedSeesNothing() {
        var written = susan.write("Not for everybody");
        var reader = somebody();
        ours.put("/v1/accounts/" + reader.name() + "/block", null).expect(204);
        assertRefused(404, "article", "not found", reader.get(at(written)));
        assertRefused(404, "profile", "not found", reader.get("/profiles/" + susan.name()));
        assertRefused(404, "profile", "not found", reader.post("/profiles/" + susan.name() + "/follow", null));
        assertEquals(List.of(), slugs(reader.get("/articles?author=" + susan.name())));
    }

    private String written(String visibility) {
        var post = new JsonObject()
                .put("title", visibility + " " + susan.name())
                .put("body", "x")
                .put("visibility", visibility);
        return ours.post("/v1/posts", post).expect(201).json().getString("slug");
    }

    @Test
    @Line("domain.locked")
    void whoIsLockedIsAskedFirst() {
        ours.patch("/v1/me", new JsonObject().put("locked", true)).expect(200);
        var reader = somebody();
        var asked = reader.post("/profiles/" + susan.name() + "/follow", null)
                .expect(200)
                .json();
        assertFalse(asked.getJsonObject("profile").getBoolean("following"));
        ours.put("/v1/me/followers/" + reader.name(), null).expect(204);
        var seen = reader.get("/profiles/" + susan.name()).json().getJsonObject("profile");
        assertTrue(seen.getBoolean("following"));
    }

    @Test
    @Line("domain.personal-token")
    void aPersonalTokenChangesNoPassword() {
        var scopes = new JsonObject().put("name", "script").put("scopes", List.of("read", "write"));
        var token = ours.post("/v1/tokens", scopes).expect(201).json().getString("token");
        var script = new Conduit(susan.server(), susan.name(), token);
        script.get("/user").expect(200);
        script.write("By a script");
        assertRefused(403, "token", "does not cover this", script.put("/user", user("password", "another one")));
    }

    @Test
    @Line("domain.off")
    void canBeSwitchedOff() {
        try (var server = Server.start(Map.of("BROADSIDE_DIALECTS", "none"))) {
            var anybody = Conduit.of(server);
            assertEquals(
                    "not-found",
                    anybody.beyond("GET", "/tags", null).expect(404).problem());
            assertFalse(server.client().get("/docs").text().contains("realworld"));
        }
    }
}
