package broadside.post;

import static broadside.post.Desk.anybody;
import static broadside.post.Desk.note;
import static broadside.post.Desk.path;
import static broadside.post.Desk.written;
import static broadside.post.Threads.answered;
import static broadside.post.Threads.items;
import static broadside.post.Threads.replyTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeepThreadTest {
    private final Client author = Desk.author();

    @Test
    void aThreadEndsAHundredPostsDownAndIsShownThirtyAtATime() {
        var posts = chain(101);
        var last = posts.get(100);
        assertEquals(
                "range",
                author.post("/v1/posts", replyTo(last, "too deep")).expect(400).violation("/replyTo"));
        var top = items(anybody().get(path(posts.get(0)) + "/thread?limit=100").expect(200));
        assertEquals(31, top.size());
        var middle =
                items(anybody().get(path(posts.get(60)) + "/thread?limit=100").expect(200));
        assertEquals(91, middle.size());
        var bottom = items(anybody().get(path(last) + "/thread?limit=100").expect(200));
        assertEquals(101, bottom.size());
        assertEquals(100, bottom.get(100).getInteger("depth"));
        assertEquals(31, Threads.paged(anybody(), posts.get(0), 7).size());
        anybody().get(path(last)).expect(200);
    }

    private List<Reply> chain(int length) {
        var posts = new ArrayList<>(List.of(written(author, note("first"))));
        while (posts.size() < length) {
            posts.add(answered(author, posts.get(posts.size() - 1), "reply " + posts.size()));
        }
        return posts;
    }
}
