package broadside.house;

import static broadside.house.Counting.assertCount;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.kit.http.Route;
import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lists of the dialects send to the database, a page and a total: as much for a page of one as for one of many. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectStatementsTest {
    private static final int MANY = 20;

    private DatabaseProxy wire;
    private Server server;
    private Client reader;
    private String author = "";

    @BeforeAll
    void start() {
        wire = DatabaseProxy.to(TestDatabase.migrated());
        server = Server.start(wire.address(), Map.of());
        reader = server.client().register();
        var writer = server.client().register("writer");
        author = writer.get("/v1/me").json().getString("id");
        reader.put("/v1/accounts/writer/follow", null).expect(204);
        IntStream.range(0, MANY).forEach(number -> write(writer, number));
        Guests.named(server, "guest", MANY);
        TestDatabase.execute(server.database(), """
                insert into follow (follower_id, followed_id, created_at)
                select one.id, other.id, now() from account one cross join account other
                where (one.username like 'guest%%' and other.id in (%1$s, %2$s))
                  or (other.username like 'guest%%' and one.id in (%1$s, %2$s))""".formatted(
                        author, reader.get("/v1/me").json().getString("id")));
    }

    /** A note, and an article that the reader likes; all have one of a kind of tag. */
    private void write(Client writer, int number) {
        var draft = new JsonObject().put("body", "Number " + number);
        writer.post("/v1/posts", draft).expect(201);
        var article = draft.put("title", "Number " + number)
                .put("tags", new JsonArray().add("same").add("t" + number));
        var id = writer.post("/v1/posts", article).expect(201).json().getString("id");
        reader.put("/v1/posts/" + id + "/like", null).expect(204);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        wire.close();
    }

    static List<List<Object>> lists() {
        return List.of(
                List.of(2, "/realworld/api/articles", "articles"),
                List.of(2, "/realworld/api/articles?tag=same", "articles"),
                List.of(2, "/realworld/api/articles?author=writer", "articles"),
                List.of(2, "/realworld/api/articles?favorited={reader}", "articles"),
                List.of(2, "/realworld/api/articles/feed", "articles"),
                List.of(2, "/microblog/api/posts", "data"),
                List.of(2, "/microblog/api/feed", "data"),
                List.of(2, "/microblog/api/users", "data"),
                List.of(3, "/microblog/api/users/{id}/posts", "data"),
                List.of(3, "/microblog/api/users/{id}/followers", "data"),
                List.of(3, "/microblog/api/users/{id}/following", "data"),
                List.of(2, "/microblog/api/me/followers", "data"),
                List.of(2, "/microblog/api/me/following", "data"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aListIsReadInAsManyWhateverItsLength(List<Object> list) {
        var name = reader.get("/v1/me").json().getString("username");
        var path = list.get(1).toString().replace("{id}", author).replace("{reader}", name);
        for (int limit : new int[] {1, MANY}) {
            var page = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
            assertCount((int) list.get(0), Counting.rounds(wire, () -> {
                reader.get("/v1/me");
                return () -> assertEquals(limit, rows(page, list.get(2).toString()));
            }));
        }
    }

    /** Every operation that takes a length is above. */
    @Test
    void noListIsForgotten() {
        var taking = server.program().rooms().dialects().stream()
                .skip(1)
                .flatMap(dialect -> dialect.routes().stream())
                .filter(route -> route.parameters().contains("limit"))
                .map(Route::path);
        var asked = lists().stream().map(list -> list.get(1).toString().replaceFirst("\\?.*", ""));
        assertEquals(taking.collect(Collectors.toSet()), asked.collect(Collectors.toSet()));
    }

    @Test
    void commentsAreReadInTwoHoweverManyTheyAre() {
        for (int many : new int[] {1, MANY}) {
            var path = commented(many) + "/comments";
            assertCount(2, Counting.rounds(wire, () -> {
                reader.get("/v1/me");
                return () -> assertEquals(many, rows(path, "comments"));
            }));
        }
    }

    private String commented(int many) {
        var article = new JsonObject().put("body", "Text").put("title", many + " comments");
        var post = reader.post("/v1/posts", article).expect(201).json();
        IntStream.range(0, many)
                .mapToObj(number ->
                        new JsonObject().put("body", "Number " + number).put("replyTo", post.getString("id")))
                .forEach(reply -> reader.post("/v1/posts", reply).expect(201));
        return "/realworld/api/articles/" + post.getString("slug");
    }

    private int rows(String path, String rows) {
        return reader.get(path).expect(200).json().getJsonArray(rows).size();
    }
}
