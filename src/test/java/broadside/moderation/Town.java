package broadside.moderation;

import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the scenarios of moderation have in common. */
final class Town {
    static final Server SERVER = Server.shared();

    private Town() {}

    static Client anybody() {
        return SERVER.client();
    }

    static Client author() {
        return Guests.of(SERVER, 1).get(0);
    }

    static Client withRole(String role) {
        var name = Client.name();
        var client = Guests.named(SERVER, name, 1).get(0);
        TestDatabase.execute(
                SERVER.database(), "update account set role = '" + role + "' where username = '" + name + "1'");
        return client;
    }

    static String username(Client client) {
        return me(client, "username");
    }

    static String id(Client client) {
        return me(client, "id");
    }

    private static String me(Client client, String member) {
        return client.get("/v1/me").expect(200).json().getString(member);
    }

    static long postsOf(Client client) {
        return client.get("/v1/me").expect(200).json().getJsonObject("counts").getLong("posts");
    }

    /** The address of a new post. */
    static String written(Client author) {
        return written(author, new JsonObject());
    }

    static String written(Client author, JsonObject draft) {
        return author.post("/v1/posts", draft.put("body", "Hello"))
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    static String idOf(String post) {
        return post.replaceFirst(".*/", "");
    }

    static List<JsonObject> data(Reply page) {
        return page.expect(200).json().getJsonArray("data").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    static JsonObject report(String category) {
        return new JsonObject().put("category", category);
    }

    /** The kinds of all events about something, in order. */
    static String events(String subjectType, String id) {
        return String.valueOf(TestDatabase.ask(
                SERVER.database(),
                "select string_agg(kind, ' ' order by id) from event where subject_type = '" + subjectType
                        + "' and subject_id = " + id));
    }
}
