package broadside.fault;

import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Whether as many transactions as ever can run at once: none of the pool's places is lost. */
final class FullPool {
    private static final int PLACES = 16;
    private static final int TRIES = 10;
    private static final long WITHIN_MILLIS = 900;

    private FullPool() {}

    static void check(Server server, Visitor visitor) throws SQLException {
        var most = 0;
        for (int attempt = 0; attempt < TRIES && most < PLACES; attempt++) {
            most = Math.max(most, mostAtOnce(server, visitor));
        }
        if (most < PLACES) {
            throw new AssertionError("only " + most + " of " + PLACES + " transactions at once");
        }
    }

    /** Holds the table, so that every writer who has a connection waits with it in hand. */
    private static int mostAtOnce(Server server, Visitor visitor) throws SQLException {
        List<CompletableFuture<Reply>> writers = new ArrayList<>();
        int most = 0;
        try (var connection = TestDatabase.connect(server.database());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table post in access exclusive mode");
            for (int writer = 0; writer < PLACES; writer++) {
                writers.add(visitor.susan()
                        .sending("POST", "/v1/posts", Visitor.text().toBuffer()));
            }
            long latest = System.nanoTime() + WITHIN_MILLIS * 1_000_000;
            while (most < PLACES && System.nanoTime() < latest) {
                most = Math.max(most, waiting(server));
            }
            connection.rollback();
        }
        writers.forEach(CompletableFuture::join);
        return most;
    }

    private static int waiting(Server server) {
        var count = TestDatabase.ask(
                server.database(),
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'broadside'");
        return Integer.parseInt(java.util.Objects.requireNonNull(count));
    }
}
