package broadside.post;

import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.postsOf;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Patience;
import broadside.testing.Reply;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CountTest {
    private final Client author = Desk.author();

    @Test
    void aHundredPostsAtOnceAreCounted() {
        var posts = Desk.together(100, this::writing);
        assertEquals(100, Desk.count(posts, 201));
        assertEquals(100, postsOf(author));
        var gone = Desk.together(100, number -> deleting(posts.get(number)));
        assertEquals(0, Desk.count(gone, 503));
        assertEquals(List.of(), Desk.ids(author.get("/v1/me/posts").expect(200)));
        assertEquals(0, postsOf(author));
    }

    @Test
    void writingAndDeletingAtOnceAreCounted() {
        var posts = Desk.together(50, this::writing);
        var replies =
                Desk.together(100, number -> number % 2 == 0 ? writing(100 + number) : deleting(posts.get(number / 2)));
        assertEquals(50, Desk.count(replies, 201));
        assertEquals(0, Desk.count(replies, 503));
        assertEquals(50, postsOf(author));
    }

    private CompletableFuture<Reply> writing(int number) {
        return Desk.writing(author, note("number " + number));
    }

    private CompletableFuture<Reply> deleting(Reply post) {
        return Patience.with(() -> author.sending("DELETE", path(post), null, "If-Match", post.etag()));
    }

    @Test
    void ofManyDeletionsOfOnePostOneCounts() {
        written(author, note("stays"));
        var post = written(author, note("goes"));
        var replies = Desk.together(20, number -> author.sending("DELETE", path(post), null, "If-Match", post.etag()));
        assertEquals(1, Desk.count(replies, 204));
        assertEquals(19, Desk.count(replies, 404));
        assertEquals(1, postsOf(author));
    }

    @Test
    void whatEverybodyMaySeeCounts() {
        var post = written(author, note("x").put("status", "draft"));
        assertEquals(0, postsOf(author));
        post = after(post, "status", "published", 1);
        post = after(post, "visibility", "private", 0);
        post = after(post, "body", "y", 0);
        post = after(post, "visibility", "public", 1);
        post = after(post, "visibility", "followers", 0);
        post = after(post, "visibility", "public", 1);
        post = after(post, "body", "z", 1);
        post = after(post, "status", "draft", 0);
        post = after(post, "status", "published", 1);
        author.delete(path(post), "If-Match", post.etag()).expect(204);
        assertEquals(0, postsOf(author));
        var hidden = written(author, note("x").put("visibility", "private"));
        author.delete(path(hidden), "If-Match", hidden.etag()).expect(204);
        assertEquals(0, postsOf(author));
    }

    private Reply after(Reply post, String member, String value, long count) {
        var edited = edited(author, post, new JsonObject().put(member, value)).expect(200);
        assertEquals(count, postsOf(author), member + " " + value);
        return edited;
    }
}
