package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Somebody logged in who follows the first so many authors. */
record Reader(long id, Client client) {
    static Reader who(DatabaseAddress database, Client anybody, int follows) {
        var name = Client.name();
        var client = anybody.register(name);
        var id = Long.parseLong(String.valueOf(
                TestDatabase.ask(database, "select id from account where username_key = '" + name + "'")));
        TestDatabase.execute(database, """
                insert into follow (follower_id, followed_id, created_at)
                select %d, id, now() - interval '1 day' from account where username like 'writer%%' order by id limit %d""".formatted(id, follows));
        return new Reader(id, client.with(lasting(client)));
    }

    /** An access token ends before the last measurement begins. */
    private static String lasting(Client client) {
        var draft = new JsonObject().put("name", "measuring").put("scopes", new JsonArray(List.of("read", "write")));
        return client.post("/v1/tokens", draft).expect(201).json().getString("token");
    }
}
