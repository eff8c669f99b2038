package broadside.dialect.microblog;

import static broadside.dialect.microblog.Somebody.data;
import static broadside.dialect.microblog.Somebody.errors;
import static broadside.dialect.microblog.Somebody.pagination;
import static broadside.dialect.microblog.Somebody.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Posts and the feed. */
@Conforms("microblog")
class PostsTest {
    private final Server server = Server.shared();
    private final Somebody nobody = Somebody.nobody(server);
    private final Somebody susan = Somebody.register(server);
    private final Somebody tom = Somebody.register(server);

    private static JsonObject text(String text) {
        return new JsonObject().put("text", text);
    }

    @Test
    @Line({"posts.write", "post.shape"})
    void aPostIsWritten() {
        var post =
                susan.post("/posts", text("Hello **world** #first")).expect(201).json();
        assertEquals("author id text timestamp url", String.join(" ", new TreeSet<>(post.fieldNames())));
        assertEquals("Hello **world** #first", post.getString("text"));
        assertEquals("/microblog/api/posts/" + post.getInteger("id"), post.getString("url"));
        assertEquals(susan.name(), post.getJsonObject("author").getString("username"));
        assertEquals(susan.name() + "@example.com", post.getJsonObject("author").getString("email"));
        nobody.post("/posts", text("x")).expect(401);
    }

    @Test
    @Line("rule.text")
    void textHasOneToTwoHundredAndEightyCharacters() {
        Said.wrong(susan.post("/posts", text("")), "json", "text", "Length must be between 1 and 280.");
        Said.wrong(susan.post("/posts", text("x".repeat(281))), "json", "text", "Length must be between 1 and 280.");
        Said.wrong(susan.post("/posts", new JsonObject()), "json", "text", "Missing data for required field.");
        susan.say("x".repeat(280));
        assertEquals(List.of(), errors(susan.post("/posts", text("a\0")), "json", "colour"));
    }

    @Test
    @Line("posts.list")
    void allPostsAreListedNewestFirst() {
        susan.say("older");
        tom.say("newer");
        var page = susan.get("/posts");
        var times = data(page).map(post -> post.getString("timestamp")).toList();
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
        assertTrue(texts(page).indexOf("newer") < texts(page).indexOf("older"));
        nobody.get("/posts").expect(401);
    }

    @Test
    @Line("posts.read")
    void aPostIsRead() {
        var post = susan.say("read me").getInteger("id");
        var read = tom.get("/posts/" + post).expect(200).json();
        assertEquals("read me", read.getString("text"));
        assertEquals("", read.getJsonObject("author").getString("email"));
        Said.plain(404, tom.get("/posts/0"));
        Said.plain(404, tom.get("/posts/first"));
        nobody.get("/posts/" + post).expect(401);
    }

    @Test
    @Line("posts.edit")
    void aPostIsChangedByItsAuthor() {
        var post = susan.say("before #one");
        var path = "/posts/" + post.getInteger("id");
        var edited = susan.put(path, text("after #two")).expect(200).json();
        assertEquals("after #two", edited.getString("text"));
        assertEquals(post.getString("timestamp"), edited.getString("timestamp"));
        assertEquals(
                "after #two",
                susan.put(path, new JsonObject()).expect(200).json().getString("text"));
        Said.plain(403, tom.put(path, text("mine")));
        Said.plain(404, susan.put("/posts/0", text("x")));
        Said.wrong(susan.put(path, new JsonObject().putNull("text")), "json", "text", "Field may not be null.");
        nobody.put(path, text("x")).expect(401);
        assertEquals(
                new JsonArray().add("two"),
                server.client().get("/v1" + path).expect(200).json().getJsonArray("tags"));
    }

    @Test
    @Line("posts.delete")
    void aPostIsDeletedByItsAuthor() {
        var path = "/posts/" + susan.say("soon gone").getInteger("id");
        Said.plain(403, tom.delete(path));
        nobody.delete(path).expect(401);
        assertEquals(0, susan.delete(path).expect(204).body().length());
        Said.plain(404, susan.get(path));
        Said.plain(404, susan.delete(path));
    }

    @Test
    @Line("posts.of")
    void somebodysPostsAreListedById() {
        susan.say("first");
        tom.say("not hers");
        susan.say("second");
        assertEquals(List.of("second", "first"), texts(tom.get("/users/" + susan.id() + "/posts")));
        Said.plain(404, tom.get("/users/" + susan.name() + "/posts"));
        Said.plain(404, tom.get("/users/0/posts"));
        nobody.get("/users/" + susan.id() + "/posts").expect(401);
    }

    @Test
    @Line("feed")
    void theFeedHasOnesOwnAndThoseOfWhomOneFollows() {
        susan.say("own");
        tom.say("followed");
        Somebody.register(server).say("stranger");
        assertEquals(List.of("own"), texts(susan.get("/feed")));
        susan.follow(tom);
        tom.natively(server)
                .put(
                        "/v1/posts/"
                                + data(susan.get("/feed"))
                                        .findFirst()
                                        .orElseThrow()
                                        .getInteger("id") + "/repost",
                        null);
        assertEquals(List.of("followed", "own"), texts(susan.get("/feed")));
        assertEquals(2, pagination(susan.get("/feed")).getInteger("total"));
        nobody.get("/feed").expect(401);
    }
}
