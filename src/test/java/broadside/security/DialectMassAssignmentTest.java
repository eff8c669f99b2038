package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.access.Row;
import broadside.access.Stage;
import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RealWorld overlooks members it does not know, and microblog refuses them: no column is written by one. */
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

    /** What is told of every column that is no member, so that it is found wherever it is stored. */
    private static final String TEXT = "planted" + Client.name();

    private static final int ID = 918_273_645;
    private static final String TIME = "2003-04-05T06:07:08.910Z";

    private static final String WHERE = """
            select string_agg(c.relname, ', ') from pg_class c
            where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
              and (xpath('/row/n/text()', query_to_xml(
                format('select count(*) as n from %I t where t::text ~ %L', c.relname, 'TEXT|ID|2003-04-05'),
                true, true, '')))[1]::text <> '0'""".replace("TEXT", TEXT).replace("ID", Integer.toString(ID));

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    static Stream<Row> rows() throws IOException {
        return Stream.concat(Writing.rows(Contracts.REALWORLD), Writing.rows(Contracts.MICROBLOG));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noColumnIsWrittenByABody(Row row) {
        var writing = new Writing(SERVER, row);
        var body = writing.body();
        var inside = writing.inside(body);
        Columns.of(SERVER.database()).stream()
                .filter(column -> !writing.members().contains(column))
                .forEach(column -> inside.put(column, planted(column)));
        int status = writing.send(body).status();
        var refused = row.contract() == Contracts.MICROBLOG || row.welcome().isEmpty();
        assertTrue(refused ? status >= 400 && status < 500 : status < 300, () -> "status " + status);
        assertNull(TestDatabase.ask(SERVER.database(), WHERE), "stored");
    }

    private static Object planted(String column) {
        if (column.endsWith("_at") || column.endsWith("At")) {
            return TIME;
        }
        return column.endsWith("id") || column.endsWith("Id") ? (Object) ID : TEXT;
    }

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
