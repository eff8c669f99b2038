package broadside.post;

import static broadside.post.Desk.edited;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class EventTest {
    private final Client author = Desk.author();

    @Test
    void everyChangeLeavesOneEvent() {
        var draft = written(author, note("secret text #x").put("status", "draft"));
        var edit = edited(author, draft, note("another secret").put("language", "en"))
                .expect(200);
        var out = edited(author, edit, new JsonObject().put("status", "published"))
                .expect(200);
        edited(author, out, new JsonObject()).expect(200);
        var back = edited(author, out, new JsonObject().put("status", "draft")).expect(200);
        edited(author, back, note("refused").put("colour", "red")).expect(400);
        author.delete(path(draft), "If-Match", back.etag()).expect(204);
        assertEquals("""
                post.drafted {}
                post.edited {"changed": ["body", "language", "tags"]}
                post.published {"changed": ["status"]}
                post.drafted {"changed": ["status"]}
                post.deleted {}""", events(draft));
    }

    @Test
    void theActorIsTheAuthor() {
        var post = written(author, note("x"));
        var id = author.get("/v1/me").expect(200).json().getString("id");
        assertEquals(
                id,
                TestDatabase.ask(
                        Desk.SERVER.database(),
                        "select actor_id from event where kind = 'post.published' and subject_id = "
                                + post.json().getString("id")));
    }

    private static String events(Reply post) {
        return String.valueOf(TestDatabase.ask(
                Desk.SERVER.database(),
                "select string_agg(kind || ' ' || data, e'\\n' order by id) from event"
                        + " where subject_type = 'post' and subject_id = "
                        + post.json().getString("id")));
    }
}
