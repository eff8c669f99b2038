package broadside.reaction;

import static broadside.reaction.LikeTest.username;
import static broadside.reaction.LikeTest.written;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may repost what. */
class RepostTest {
    private final Server server = Server.shared();
    private final List<Client> people = Guests.of(server, 2);
    private final Client author = people.get(0);
    private final Client fan = people.get(1);

    private long reposts(String post) {
        return author.get(post).expect(200).json().getJsonObject("counts").getLong("reposts");
    }

    @Test
    void onesOwnAndOthersPublicPosts() {
        var post = written(author, new JsonObject());
        author.put(post + "/repost", null).expect(204);
        fan.put(post + "/repost", null).expect(204);
        fan.put(post + "/repost", null).expect(204);
        assertEquals(2, reposts(post));
        fan.delete(post + "/repost").expect(204);
        assertEquals(1, reposts(post));
    }

    @Test
    void onlyWhatIsPublishedAndPublic() {
        for (var draft : List.of(
                new JsonObject().put("visibility", "private"),
                new JsonObject().put("visibility", "followers"),
                new JsonObject().put("status", "draft"))) {
            var post = written(author, draft);
            assertEquals(
                    "conflict", author.put(post + "/repost", null).expect(409).problem());
            author.delete(post + "/repost").expect(204);
            assertEquals(0, reposts(post));
        }
    }

    @Test
    void readersDoNotPublish() {
        var name = Client.name();
        var reader = Guests.named(server, name, 1).get(0);
        TestDatabase.execute(server.database(), "update account set role = 'reader' where username = '" + name + "1'");
        var post = written(author, new JsonObject());
        reader.put(post + "/repost", null).expect(403);
        reader.put(post + "/like", null).expect(204);
        reader.put(post + "/bookmark", null).expect(204);
        reader.delete(post + "/repost").expect(204);
        assertEquals(0, reposts(post));
    }

    @Test
    void whoseRepostsTheyAre() {
        var post = written(author, new JsonObject());
        fan.put(post + "/repost", null).expect(204);
        author.put(post + "/repost", null).expect(204);
        assertEquals(List.of(username(author), username(fan)), ReactionListTest.names(fan.get(post + "/reposts")));
    }
}
