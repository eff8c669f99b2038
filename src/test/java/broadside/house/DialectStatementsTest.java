package broadside.house;

import static broadside.house.Counting.assertCount;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        wire = DatabaseProxy.to(TestDatabase.fresh());
        server = Server.start(wire.address(), Map.of());
        reader = server.client().register();
        var writer = server.client().register("writer");
        author = writer.get("/v1/me").json().getString("id");
        reader.put("/v1/accounts/writer/follow", null).expect(204);
        IntStream.range(0, MANY).forEach(number -> write(writer, number));
        Guests.of(server, MANY).forEach(guest -> guest.put("/v1/accounts/writer/follow", null));
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

    @ParameterizedTest
    @CsvSource({
        "2, /realworld/api/articles, articles",
        "2, /realworld/api/articles?tag=same, articles",
        "2, /realworld/api/articles?author=writer, articles",
        "2, /realworld/api/articles?favorited=READER, articles",
        "2, /realworld/api/articles/feed, articles",
        "2, /microblog/api/posts, data",
        "2, /microblog/api/feed, data",
        "3, /microblog/api/users/WRITER/posts, data",
        "2, /microblog/api/users, data",
        "3, /microblog/api/users/WRITER/followers, data"
    })
    void aListIsReadInAsManyWhateverItsLength(int expected, String list, String rows) {
        var name = reader.get("/v1/me").json().getString("username");
        var path = list.replace("WRITER", author).replace("READER", name) + (list.contains("?") ? "&" : "?") + "limit=";
        for (int limit : new int[] {1, MANY}) {
            assertCount(expected, Counting.least(wire, () -> {
                reader.get("/v1/me");
                return () -> assertEquals(limit, rows(path + limit, rows));
            }));
        }
    }

    private int rows(String path, String rows) {
        return reader.get(path).expect(200).json().getJsonArray(rows).size();
    }
}
