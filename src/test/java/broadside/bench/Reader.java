package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.TestDatabase;

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
        return new Reader(id, client);
    }
}
