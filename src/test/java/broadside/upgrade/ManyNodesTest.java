package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.DataFolder;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten nodes find an empty database at the same moment. */
class ManyNodesTest {
    private static final int NODES = 10;

    private final DataFolder folder = DataFolder.create();
    private final ExecutorService starters = Executors.newFixedThreadPool(NODES);
    private final List<Server> nodes = new ArrayList<>();
    private EmbeddedDatabase database = open();

    @BeforeEach
    void makeRoom() {
        TestDatabase.execute(folder.superuser(database.address()), "alter system set max_connections = 300");
        database.close();
        database = open();
    }

    @AfterEach
    void close() {
        nodes.forEach(Server::close);
        starters.shutdownNow();
        database.close();
        folder.close();
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(folder.path(), EmbeddedDatabase.Use.SERVE);
    }

    @Test
    void oneMigratesAndAllServe() throws Exception {
        var together = new CyclicBarrier(NODES);
        var starts = IntStream.range(0, NODES)
                .mapToObj(number -> starters.submit(() -> start(together, database.address())))
                .toList();
        for (Future<Server> start : starts) {
            nodes.add(start.get());
        }
        assertEquals(Walk.versions().toString(), history());
        for (var node : nodes) {
            var post = node.client()
                    .register()
                    .post("/v1/posts", new JsonObject().put("body", "hello"))
                    .expect(201);
            var where = post.header("Location").orElseThrow();
            nodes.forEach(other -> other.client().get(where).expect(200));
        }
    }

    private static Server start(CyclicBarrier together, DatabaseAddress at) throws Exception {
        together.await();
        return Server.start(at, Map.of());
    }

    /** Every line there is, those of failures included. */
    private String history() {
        return String.valueOf(TestDatabase.ask(database.address(), """
                select '[' || string_agg(version || case when success then '' else ' failed' end, ', ' order by installed_rank) || ']'
                from flyway_schema_history"""));
    }
}
