package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.article;
import static broadside.dialect.realworld.Conduit.assertRefused;
import static broadside.dialect.realworld.Conduit.at;
import static broadside.dialect.realworld.Conduit.draft;
import static broadside.dialect.realworld.Conduit.nobody;
import static broadside.dialect.realworld.Conduit.object;
import static broadside.dialect.realworld.Conduit.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles, one by one. */
@Conforms("realworld")
class ArticlesTest {
    @Test
    @Line({"articles.write", "articles.times"})
    void isWritten() {
        var susan = somebody();
        var written = susan.write("How to begin", "training", "dragons");
        assertEquals("How to begin", written.getString("title"));
        assertEquals("About How to begin", written.getString("description"));
        assertEquals("It is **so**.", written.getString("body"));
        assertEquals(false, written.getBoolean("favorited"));
        assertEquals(0, written.getInteger("favoritesCount"));
        assertEquals(
                object("username", susan.name(), "bio", null, "image", null, "following", false),
                written.getJsonObject("author"));
        assertTrue(written.getString("createdAt").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        assertEquals(written.getString("createdAt"), written.getString("updatedAt"));
        assertEquals(written, article(susan.get(at(written)).expect(200)));
    }

    @Test
    @Line("articles.tags.sorted")
    void tagsComeInOrder() {
        var written = somebody().write("Tags", "training", "dragons", "angular");
        assertEquals(new JsonArray(List.of("angular", "dragons", "training")), written.getJsonArray("tagList"));
    }

    @Test
    @Line("articles.tags.absent")
    void noTagsIsAnEmptyList() {
        var body = article("title", "None", "description", "x", "body", "y");
        assertEquals(
                new JsonArray(),
                article(somebody().post("/articles", body).expect(201)).getJsonArray("tagList"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "body"})
    @Line("articles.write.blank")
    void nothingMayBeBlank(String member) {
        var susan = somebody();
        var whole = draft("Blank").getJsonObject("article");
        for (var blank : new Object[] {"", " ", null}) {
            var wrong = new JsonObject().put("article", whole.copy().put(member, blank));
            assertRefused(422, member, "can't be blank", susan.post("/articles", wrong));
        }
        whole.remove(member);
        assertRefused(422, member, "can't be blank", susan.post("/articles", new JsonObject().put("article", whole)));
    }

    @Test
    @Line("articles.bounds")
    void lengthsHaveABound() {
        var susan = somebody();
        var tooLong = draft("x".repeat(201));
        assertRefused(422, "title", "may have at most 200 characters", susan.post("/articles", tooLong));
        var tags = article("title", "x", "description", "y", "body", "z", "tagList", new JsonArray(List.of("a", "")));
        assertRefused(422, "tagList", "must have at least 1 character", susan.post("/articles", tags));
        var noList = article("title", "x", "description", "y", "body", "z", "tagList", "a");
        assertRefused(422, "tagList", "must be a list of strings", susan.post("/articles", noList));
    }

    @Test
    @Line("articles.same-title")
    void equalTitlesHaveDifferentSlugs() {
        var susan = somebody();
        assertNotEquals(
                susan.write("The same").getString("slug"),
                susan.write("The same").getString("slug"));
    }

    /** The feed has the address of the plain slug. */
    @Test
    void anArticleCalledFeedCanBeRead() {
        var written = somebody().write("Feed");
        assertEquals(written, article(nobody().get(at(written)).expect(200)));
    }

    @Test
    @Line("articles.read")
    void isReadByAnybody() {
        var susan = somebody();
        var written = susan.write("For all");
        assertEquals(written, article(nobody().get(at(written)).expect(200)));
        assertRefused(404, "article", "not found", nobody().get("/articles/there-is-none"));
    }

    @Test
    @Line("articles.optional-token")
    void whoReadsSeesWhatSheHasToDoWithIt() {
        var susan = somebody();
        var reader = somebody();
        var written = susan.write("Liked");
        reader.post(at(written) + "/favorite", null).expect(200);
        reader.post("/profiles/" + susan.name() + "/follow", null).expect(200);
        var seen = article(reader.get(at(written)).expect(200));
        assertEquals(true, seen.getBoolean("favorited"));
        assertEquals(true, seen.getJsonObject("author").getBoolean("following"));
        var shown = article(nobody().get(at(written)).expect(200));
        assertEquals(false, shown.getBoolean("favorited"));
        assertEquals(1, shown.getInteger("favoritesCount"));
        assertEquals(false, shown.getJsonObject("author").getBoolean("following"));
    }

    @Test
    @Line("articles.token-needed")
    void writingNeedsAToken() {
        assertRefused(401, "token", "is missing", nobody().post("/articles", draft("")));
        assertRefused(401, "token", "is missing", nobody().put("/articles/some-slug", draft("")));
        assertRefused(401, "token", "is missing", nobody().delete("/articles/some-slug"));
    }

    @Test
    @Line("articles.delete")
    void isDeleted() {
        var susan = somebody();
        var written = susan.write("Gone");
        assertEquals(0, susan.delete(at(written)).expect(204).body().length());
        assertRefused(404, "article", "not found", susan.get(at(written)));
        assertRefused(404, "article", "not found", susan.delete(at(written)));
    }

    @Test
    @Line("articles.own")
    void onlyItsAuthorChangesIt() {
        var susan = somebody();
        var written = susan.write("Mine");
        var other = somebody();
        assertRefused(403, "article", "forbidden", other.put(at(written), article("title", "")));
        assertRefused(403, "article", "forbidden", other.delete(at(written)));
        assertEquals(written, article(susan.get(at(written)).expect(200)));
    }

    @Test
    @Line("articles.notes")
    void aPostWithoutATitleIsNoArticle() {
        var susan = somebody();
        var written = susan.write("To become a note");
        var id = susan.ours()
                .get("/v1/articles/" + written.getString("slug"))
                .expect(200)
                .json()
                .getString("id");
        var post = susan.ours().get("/v1/posts/" + id);
        susan.ours()
                .patch("/v1/posts/" + id, new JsonObject().putNull("title").putNull("summary"), "If-Match", post.etag())
                .expect(200);
        assertRefused(404, "article", "not found", susan.get(at(written)));
    }
}
