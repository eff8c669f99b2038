package broadside.post;

import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Every published post has one entry, at the time of its publication. */
class EntryTest {
    private final Client author = Desk.author();

    @Test
    void anEntryFollowsItsPost() {
        var post = written(author, note("x").put("status", "draft"));
        assertEquals("none", entry(post));
        post = after(post, "status", "published", "public");
        post = after(post, "visibility", "private", "private");
        post = after(post, "body", "y", "private");
        post = after(post, "visibility", "followers", "public");
        post = after(post, "status", "draft", "none");
        post = after(post, "status", "published", "public");
        author.delete(Desk.path(post), "If-Match", post.etag()).expect(204);
        assertEquals("none", entry(post));
    }

    private Reply after(Reply post, String member, String value, String entry) {
        var edited = edited(author, post, new JsonObject().put(member, value)).expect(200);
        assertEquals(entry, entry(edited), member + " " + value);
        return edited;
    }

    private static String entry(Reply post) {
        return String.valueOf(TestDatabase.ask(
                Desk.SERVER.database(), """
                select coalesce((
                  select case when e.private then 'private' else 'public' end from entry e join post p on p.id = e.post_id
                  where e.post_id = %s and e.actor_id = p.author_id and e.at = p.published_at and not e.repost), 'none')""".formatted(post.json().getString("id"))));
    }
}
