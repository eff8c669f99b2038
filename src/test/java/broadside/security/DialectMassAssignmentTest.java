package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** APIs of others overlook members they do not know, and so no column is written by one either. */
class DialectMassAssignmentTest {
    private static final Server SERVER = Server.shared();
    /** What is new whatever a body says: who and what it is, when, and what is made of all that. */
    private static final Set<String> OWN = Set.of(
            "id",
            "username",
            "username_key",
            "email",
            "email_key",
            "created_at",
            "updated_at",
            "published_at",
            "author_id",
            "slug",
            "title",
            "version",
            "shape",
            "last_seen_at");

    private static JsonObject everything() {
        var body = new JsonObject();
        for (var column : Columns.of(SERVER.database())) {
            body.put(column, value(column));
        }
        return body;
    }

    /** One that would be taken, were there such a member. */
    private static Object value(String column) {
        if (column.equals("role")) {
            return "admin";
        }
        if (column.endsWith("_at") || column.endsWith("At")) {
            return "2001-01-01T00:00:00Z";
        }
        return column.endsWith("id") || column.endsWith("Id") ? 1 : "x";
    }

    private static JsonObject with(JsonObject all, String... pairs) {
        var body = all.copy();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put(pairs[i], pairs[i + 1]);
        }
        return body;
    }

    /** A row as JSON, without what is its own. */
    private static JsonObject row(String table, String where) {
        var text = TestDatabase.ask(SERVER.database(), "select to_jsonb(t) from " + table + " t where " + where);
        var row = new JsonObject(String.valueOf(text));
        OWN.forEach(row::remove);
        return row;
    }

    private static JsonObject account(String name) {
        return row("account", "username = '" + name + "'");
    }

    private static JsonObject user(JsonObject members) {
        return new JsonObject().put("user", members);
    }

    @Test
    void somebodyNewAtRealWorld() {
        var conduit = new Client(SERVER.url(), Contracts.REALWORLD, null);
        var plain = registration(Client.name());
        var full = registration(Client.name());
        conduit.post("/realworld/api/users", user(plain)).expect(201);
        conduit.unchecked("POST", "/realworld/api/users", user(full.mergeIn(without(everything(), full))))
                .expect(201);
        assertEquals(account(plain.getString("username")), account(full.getString("username")));
    }

    private static JsonObject registration(String name) {
        return Client.registration(name);
    }

    private static JsonObject without(JsonObject all, JsonObject known) {
        var rest = all.copy();
        new TreeSet<>(known.fieldNames()).forEach(rest::remove);
        return rest;
    }

    @Test
    void aProfileAtRealWorld() {
        var name = Client.name();
        var conduit = new Client(SERVER.url(), Contracts.REALWORLD, null);
        var registered =
                conduit.post("/realworld/api/users", user(registration(name))).expect(201);
        var susan = conduit.with(registered.json().getJsonObject("user").getString("token"));
        var before = account(name);
        var body = everything();
        List.of("username", "email", "password", "bio", "image").forEach(body::remove);
        susan.unchecked("PUT", "/realworld/api/user", user(body)).expect(200);
        assertEquals(before, account(name));
    }

    @Test
    void aProfileAndAPostAtMicroblog() {
        var name = Client.name();
        var susan = new Client(
                SERVER.url(),
                Contracts.MICROBLOG,
                SERVER.client().register(name).token());
        var before = account(name);
        var body = without(
                everything(),
                new JsonObject().put("username", 1).put("email", 1).put("password", 1));
        body.remove("about_me");
        int status = susan.put("/microblog/api/me", body).status();
        assertTrue(status == 200 || status == 400, "status " + status);
        assertEquals(before, account(name));
        int written = susan.post(
                        "/microblog/api/posts",
                        with(without(everything(), new JsonObject().put("body", 1)), "text", "one"))
                .status();
        assertTrue(written == 201 || written == 400, "status " + written);
    }
}
