package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.article;
import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.tags;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import broadside.testing.Client;
import broadside.testing.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
    private final Client author = Desk.author();

    @Test
    void everyEditOfTheTextKeepsARevision() {
        var first = written(author, article("One", "first *text*").put("tags", new JsonArray(List.of("a"))));
        var second = edited(author, first, new JsonObject().put("title", "Two").put("summary", "s"))
                .expect(200);
        var third = edited(author, second, new JsonObject().put("visibility", "private"))
                .expect(200);
        edited(author, third, new JsonObject().put("language", "en")).expect(200);

        var list = author.get(path(first) + "/revisions").expect(200);
        assertEquals(List.of(3, 2, 1), numbers(list));
        var newest = list.json().getJsonArray("data").getJsonObject(0);
        assertEquals("Two", newest.getString("title"));
        assertEquals("s", newest.getString("summary"));
        assertEquals("en", newest.getString("language"));
        var oldest = author.get(path(first) + "/revisions/1").expect(200);
        assertEquals("One", oldest.json().getString("title"));
        assertEquals("first *text*", oldest.json().getString("body"));
        assertEquals(List.of("a"), tags(oldest));
        assertNull(oldest.json().getValue("language"));
        author.get(path(first) + "/revisions/1", "If-None-Match", oldest.etag()).expect(304);
    }

    @Test
    void anOldTextIsRestoredAsAnEdit() {
        var first = written(author, article("Before " + Client.name(), "first **text** #x"));
        var patch = new JsonObject().putNull("title").put("body", "second #y").put("visibility", "private");
        var second = edited(author, first, patch).expect(200);
        var restored = restored(second, 1, second.etag()).expect(200);
        for (var member : List.of("title", "slug", "body", "html", "excerpt", "tags", "summary", "kind")) {
            assertEquals(first.json().getValue(member), restored.json().getValue(member), member);
        }
        assertEquals("private", restored.json().getString("visibility"), "a revision is of the text alone");
        assertEquals(
                List.of(3, 2, 1), numbers(author.get(path(first) + "/revisions").expect(200)));
    }

    @Test
    void aRestorationIsGuardedLikeAnEdit() {
        var post = edited(author, written(author, note("one")), note("two")).expect(200);
        author.post(path(post) + "/restorations", new JsonObject().put("revision", 1))
                .expect(428);
        restored(post, 1, "\"7-x\"").expect(412);
        restored(post, 9, post.etag()).expect(404);
        var wrong = new JsonObject().put("revision", 0).put("x", 1);
        var reply = author.post(path(post) + "/restorations", wrong, "If-Match", post.etag())
                .expect(400);
        assertEquals("range", reply.violation("/revision"));
        assertEquals("unknown", reply.violation("/x"));
        var empty = author.post(path(post) + "/restorations", new JsonObject(), "If-Match", post.etag());
        assertEquals("required", empty.expect(400).violation("/revision"));
    }

    @Test
    void aRestorationIsReplayed() {
        var post = edited(author, written(author, note("one")), note("two")).expect(200);
        var body = new JsonObject().put("revision", 1);
        var headers = new String[] {"If-Match", post.etag(), "Idempotency-Key", "restore"};
        var first = author.post(path(post) + "/restorations", body, headers).expect(200);
        var again = author.post(path(post) + "/restorations", body, headers).expect(200);
        assertEquals(first.json(), again.json());
        assertEquals("true", again.header("Idempotency-Replayed").orElseThrow());
        assertEquals(
                3, numbers(author.get(path(post) + "/revisions").expect(200)).size());
    }

    @Test
    void onlyTheAuthorSeesRevisions() {
        var post = written(author, note("one"));
        var other = Desk.author();
        for (var revisions : List.of("/revisions", "/revisions/1", "/revisions/9")) {
            assertEquals(
                    "forbidden", other.get(path(post) + revisions).expect(403).problem());
            anybody().get(path(post) + revisions).expect(401);
        }
        var body = new JsonObject().put("revision", 1);
        other.post(path(post) + "/restorations", body, "If-Match", "*").expect(403);
        other.post("/v1/posts/9223372036854775807/restorations", body, "If-Match", "*")
                .expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "x", "-1", "2147483648", "9223372036854775807"})
    void whatIsNoRevisionIsNotFound(String number) {
        var post = written(author, note("one"));
        author.get(path(post) + "/revisions/" + number).expect(404);
    }

    @Test
    void revisionsComeInPages() {
        var post = new Reply[] {written(author, note("text 1"))};
        IntStream.rangeClosed(2, 7)
                .forEach(number -> post[0] =
                        edited(author, post[0], note("text " + number)).expect(200));
        var numbers = new ArrayList<Integer>();
        var cursor = "";
        do {
            var page = author.get(path(post[0]) + "/revisions?limit=3" + cursor).expect(200);
            numbers.addAll(numbers(page));
            var next = page.json().getJsonObject("page").getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertEquals(List.of(7, 6, 5, 4, 3, 2, 1), numbers);
    }

    private Reply restored(Reply post, int revision, String etag) {
        assertNotNull(post.json().getString("id"));
        return author.post(path(post) + "/restorations", new JsonObject().put("revision", revision), "If-Match", etag);
    }

    private static List<Integer> numbers(Reply page) {
        return page.json().getJsonArray("data").stream()
                .map(revision -> ((JsonObject) revision).getInteger("number"))
                .toList();
    }
}
