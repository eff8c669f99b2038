package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.comment;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is said about an article. */
@Conforms("realworld")
class CommentsTest {
    private final Conduit susan = somebody();
    private final Conduit ada = somebody();
    private final JsonObject article = susan.write("To be discussed");
    private final String comments = at(article) + "/comments";

    private JsonObject said(Conduit who, String body) {
        return who.post(comments, comment(body)).expect(201).json().getJsonObject("comment");
    }

    private static JsonArray listed(Reply reply) {
        return reply.expect(200).json().getJsonArray("comments");
    }

    @Test
    @Line({"comments.write", "comments.id"})
    void isWritten() {
        var said = said(ada, "Well said.");
        assertEquals("Well said.", said.getString("body"));
        assertInstanceOf(Number.class, said.getValue("id"));
        assertTrue(said.getString("createdAt").matches(".*T.*\\.\\d{3}Z"));
        assertEquals(said.getString("createdAt"), said.getString("updatedAt"));
        assertEquals(
                object("username", ada.name(), "bio", null, "image", null, "following", false),
                said.getJsonObject("author"));
        assertEquals(new JsonArray().add(said), listed(nobody().get(comments)));
    }

    @Test
    @Line("comments.write.blank")
    void saysSomething() {
        for (var wrong : new JsonObject[] {comment(""), comment(" "), object("comment", object()), object()}) {
            assertRefused(422, "body", "can't be blank", ada.post(comments, wrong));
        }
        assertRefused(422, "body", "can't be blank", ada.post(comments, object("comment", object("body", null))));
        assertRefused(422, "body", "may have at most 1000 characters", ada.post(comments, comment("x".repeat(1001))));
    }

    @Test
    @Line("comments.token-first")
    void needsATokenBeforeAnythingElse() {
        assertRefused(401, "token", "is missing", nobody().post("/articles/there-is-none/comments", comment("")));
        assertRefused(401, "token", "is missing", nobody().delete("/articles/there-is-none/comments/1"));
    }

    @Test
    @Line("comments.article-missing")
    void needsAnArticle() {
        var none = "/articles/there-is-none/comments";
        assertRefused(404, "article", "not found", nobody().get(none));
        assertRefused(404, "article", "not found", ada.post(none, comment("")));
        assertRefused(404, "article", "not found", ada.delete(none + "/1"));
    }

    @Test
    @Line({"comments.list", "comments.optional-token"})
    void areListedInTheOrderTheyWereMade() {
        var first = said(ada, "First.");
        var second = said(susan, "Second.");
        assertEquals(new JsonArray().add(first).add(second), listed(nobody().get(comments)));
        susan.post("/profiles/" + ada.name() + "/follow", null).expect(200);
        var author = listed(susan.get(comments)).getJsonObject(0).getJsonObject("author");
        assertEquals(true, author.getBoolean("following"));
    }

    @Test
    @Line("comments.delete")
    void isDeleted() {
        var said = said(ada, "Never mind.");
        var path = comments + "/" + said.getValue("id");
        assertEquals(0, ada.delete(path).expect(204).body().length());
        assertEquals(new JsonArray(), listed(nobody().get(comments)));
        assertRefused(404, "comment", "not found", ada.delete(path));
    }

    @Test
    @Line("comments.delete.missing")
    void whatIsNotBelowTheArticleIsNotThere() {
        var elsewhere = susan.write("Elsewhere");
        var said = said(ada, "Here.");
        for (var id : new Object[] {said.getValue("id"), "0", "x", "99999999999999999999"}) {
            assertRefused(404, "comment", "not found", ada.delete(at(elsewhere) + "/comments/" + id));
        }
    }

    @Test
    @Line("comments.delete.own")
    void onlyItsAuthorDeletesIt() {
        var said = said(ada, "Mine.");
        assertRefused(403, "comment", "forbidden", susan.delete(comments + "/" + said.getValue("id")));
        assertEquals(new JsonArray().add(said), listed(nobody().get(comments)));
    }
}
