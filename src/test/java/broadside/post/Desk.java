package broadside.post;

import broadside.testing.Client;
import broadside.testing.Patience;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the scenarios of posts have in common. */
final class Desk {
    static final Server SERVER = Server.shared();

    private Desk() {}

    static Client anybody() {
        return SERVER.client();
    }

    /** Somebody new who may write. */
    static Client author() {
        return anybody().register();
    }

    static Client withRole(String role) {
        var name = Client.name();
        anybody().post("/v1/accounts", Client.registration(name)).expect(201);
        TestDatabase.execute(
                SERVER.database(), "update account set role = '" + role + "' where username = '" + name + "'");
        return anybody().logIn(name, Client.PASSWORD);
    }

    static String nameOf(Client client) {
        return client.get("/v1/me").expect(200).json().getString("username");
    }

    static JsonObject note(String body) {
        return new JsonObject().put("body", body);
    }

    static JsonObject article(String title, String body) {
        return note(body).put("title", title);
    }

    static Reply written(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft).expect(201);
    }

    static String path(Reply post) {
        return "/v1/posts/" + post.json().getString("id");
    }

    /** Lays a patch over a post as it was answered. */
    static Reply edited(Client author, Reply post, JsonObject patch) {
        return author.patch(path(post), patch, "If-Match", post.etag());
    }

    static List<String> ids(Reply page) {
        return each(page, "id");
    }

    static List<String> each(Reply page, String member) {
        return page.json().getJsonArray("data").stream()
                .map(post -> ((JsonObject) post).getString(member))
                .toList();
    }

    static List<String> tags(Reply post) {
        return texts(post.json().getJsonArray("tags"));
    }

    static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    static long postsOf(Client author) {
        return author.get("/v1/me").expect(200).json().getJsonObject("counts").getLong("posts");
    }

    /** Sends all of them at once and waits for the answers. */
    static List<Reply> together(int count, IntFunction<CompletableFuture<Reply>> send) {
        var under = IntStream.range(0, count).mapToObj(send).toList();
        return under.stream().map(CompletableFuture::join).toList();
    }

    /** Writes under a key, so that what was refused for want of time can be sent again. */
    static CompletableFuture<Reply> writing(Client author, JsonObject draft) {
        var key = UUID.randomUUID().toString();
        return Patience.with(() -> author.sending("POST", "/v1/posts", draft.toBuffer(), "Idempotency-Key", key));
    }

    static long count(List<Reply> replies, int status) {
        return replies.stream().filter(reply -> reply.status() == status).count();
    }
}
