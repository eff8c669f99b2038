package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.article;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.tags;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Patience;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditingTest {
    private final Client author = Desk.author();
    private static final JsonObject FULL = article("A title", "A body")
            .put("summary", "A summary")
            .put("language", "en")
            .put("tags", new JsonArray(List.of("one", "two")))
            .put("coverUrl", "https://example.org/cover.png");

    @Test
    void whatIsAbsentStays() {
        var post = written(author, FULL);
        var after = edited(author, post, new JsonObject().put("body", "Another *body*"))
                .expect(200);
        assertTrue(after.etag().startsWith("\"1-"), after.etag());
        assertEquals("Another *body*", after.json().getString("body"));
        assertEquals("<p>Another <em>body</em></p>\n", after.json().getString("html"));
        for (var member : List.of("title", "slug", "summary", "language", "tags", "coverUrl", "publishedAt")) {
            assertEquals(post.json().getValue(member), after.json().getValue(member), member);
        }
        assertTrue(after.json().getString("updatedAt").compareTo(post.json().getString("updatedAt")) > 0);
        assertEquals(after.json(), author.get(path(post)).expect(200).json());
    }

    @Test
    void whatIsNullIsCleared() {
        var post = written(author, FULL);
        var patch = new JsonObject()
                .putNull("summary")
                .putNull("language")
                .putNull("tags")
                .putNull("coverUrl");
        var after = edited(author, post, patch).expect(200);
        assertNull(after.json().getValue("summary"));
        assertNull(after.json().getValue("language"));
        assertNull(after.json().getValue("coverUrl"));
        assertEquals(List.of(), tags(after));
        assertEquals("A title", after.json().getString("title"));
    }

    @Test
    void someThingsCannotBeNull() {
        var patch = new JsonObject()
                .putNull("body")
                .putNull("status")
                .putNull("visibility")
                .putNull("colour");
        var reply = edited(author, written(author, FULL), patch).expect(400);
        assertEquals("required", reply.violation("/body"));
        assertEquals("required", reply.violation("/status"));
        assertEquals("required", reply.violation("/visibility"));
        assertEquals("unknown", reply.violation("/colour"));
    }

    @Test
    void aTitleMakesANoteAnArticle() {
        var post = written(author, note("A #note"));
        var patch = new JsonObject().put("title", "No longer a note").put("summary", "It grew.");
        var after = edited(author, post, patch).expect(200);
        assertEquals("article", after.json().getString("kind"));
        assertTrue(after.json().getString("slug").startsWith("no-longer-a-note"));
        assertEquals(List.of("note"), tags(after));
    }

    @Test
    void anArticleWithoutItsTitleIsANote() {
        var post = written(author, FULL);
        var untitled = new JsonObject().putNull("title");
        var refused = edited(author, post, untitled).expect(400);
        assertEquals("not-allowed", refused.violation("/summary"));
        assertEquals("not-allowed", refused.violation("/coverUrl"));
        var patch = untitled.copy().putNull("summary").putNull("coverUrl");
        var after = edited(author, post, patch).expect(200);
        assertEquals("note", after.json().getString("kind"));
        assertNull(after.json().getValue("slug"));
        var longOne = written(author, article("Long", "x".repeat(1_001)));
        assertEquals("too-long", edited(author, longOne, untitled).expect(400).violation("/body"));
    }

    @Test
    void aNotesHashtagsFollowItsText() {
        var post = written(author, note("#old #kept").put("tags", new JsonArray(List.of("given"))));
        var after = edited(author, post, note("#kept #new")).expect(200);
        assertEquals(List.of("given", "kept", "new"), tags(after));
        var retagged = edited(author, after, new JsonObject().put("tags", new JsonArray(List.of("other"))));
        assertEquals(List.of("other", "kept", "new"), tags(retagged.expect(200)));
    }

    @Test
    void everythingWrongIsToldAtOnceOfThePostAsItWouldBe() {
        var patch = new JsonObject()
                .put("summary", "A note has none")
                .put("body", "x".repeat(1_001))
                .put("language", 5)
                .put("publishAt", Instant.now().plus(1, ChronoUnit.DAYS).toString())
                .put("colour", "red");
        var reply = edited(author, written(author, note("A note")), patch).expect(400);
        assertEquals("not-allowed", reply.violation("/summary"));
        assertEquals("too-long", reply.violation("/body"));
        assertEquals("type", reply.violation("/language"));
        assertEquals("not-allowed", reply.violation("/publishAt"));
        assertEquals("unknown", reply.violation("/colour"));
    }

    @Test
    void aPatchThatChangesNothingIsNoEdit() {
        var post = written(author, FULL);
        var after = edited(author, post, new JsonObject().put("body", "A body")).expect(200);
        assertEquals(post.etag(), after.etag());
        assertEquals(post.json(), after.json());
        assertEquals(
                1,
                author.get(path(post) + "/revisions")
                        .expect(200)
                        .json()
                        .getJsonArray("data")
                        .size());
    }

    @Test
    void anEditSaysWhichVersionItIsOf() {
        var post = written(author, note("first"));
        assertEquals(
                "precondition-required",
                author.patch(path(post), note("x")).expect(428).problem());
        assertEquals(
                "precondition-required", author.delete(path(post)).expect(428).problem());
        var after = edited(author, post, note("second")).expect(200);
        assertNotEquals(post.etag(), after.etag());
        assertEquals(
                "precondition-failed",
                edited(author, post, note("third")).expect(412).problem());
        author.delete(path(post), "If-Match", post.etag()).expect(412);
        assertEquals("second", author.get(path(post)).expect(200).json().getString("body"));
        var seen = anybody().get(path(post)).expect(200);
        author.patch(path(post), note("fourth"), "If-Match", seen.etag()).expect(200);
        author.patch(path(post), note("fifth"), "If-Match", "*").expect(200);
    }

    @Test
    void aMergePatchHasAMediaTypeOfItsOwn() {
        var post = written(author, note("first"));
        var type = "application/merge-patch+json";
        author.patch(path(post), note("second"), "If-Match", post.etag(), "Content-Type", type)
                .expect(200);
    }

    @Test
    void oneOfFiftyEditsAtOnceIsDone() {
        var post = written(author, note("first"));
        var replies = Desk.together(
                50,
                number -> Patience.with(() -> author.sending(
                        "PATCH", path(post), note("edit " + number).toBuffer(), "If-Match", post.etag())));
        assertEquals(1, Desk.count(replies, 200));
        assertEquals(49, Desk.count(replies, 412));
        assertTrue(author.get(path(post)).expect(200).etag().startsWith("\"1-"));
    }

    @Test
    void onlyTheAuthorEditsAndDeletes() {
        var post = written(author, note("mine"));
        var other = Desk.author();
        assertEquals("forbidden", edited(other, post, note("yours")).expect(403).problem());
        other.delete(path(post), "If-Match", "*").expect(403);
        other.get(path(post) + "/revisions").expect(403);
        anybody().patch(path(post), note("x"), "If-Match", "*").expect(401);
        anybody().delete(path(post), "If-Match", "*").expect(401);
        assertEquals("mine", author.get(path(post)).expect(200).json().getString("body"));
    }

    @Test
    void whatIsDeletedIsGone() {
        var post = written(author, FULL);
        author.delete(path(post), "If-Match", post.etag()).expect(204);
        author.get(path(post)).expect(404);
        author.get(path(post) + "/revisions").expect(404);
        author.get("/v1/articles/" + post.json().getString("slug")).expect(404);
        author.delete(path(post), "If-Match", post.etag()).expect(404);
        edited(author, post, note("x")).expect(404);
    }

    @Test
    void aDraftIsPublishedAndTakenBack() {
        var draft = written(author, note("draft").put("status", "draft"));
        assertNull(draft.json().getValue("publishedAt"));
        var published = edited(author, draft, new JsonObject().put("status", "published"))
                .expect(200);
        var first = published.json().getString("publishedAt");
        anybody().get(path(draft)).expect(200);
        var taken = edited(author, published, new JsonObject().put("status", "draft"))
                .expect(200);
        anybody().get(path(draft)).expect(404);
        var again = edited(author, taken, new JsonObject().put("status", "published"))
                .expect(200);
        assertEquals(first, again.json().getString("publishedAt"), "it keeps its place in the lists");
    }
}
