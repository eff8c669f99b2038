package broadside.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.kit.db.Limits;
import broadside.testing.Client;
import broadside.testing.Reply;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a crowd leaves behind, many connections that nobody uses, is no trap for the next crowd. */
class IdleConnectionsTest {
    private static final int CROWD = 12;
    /** Shorter than anybody waits for a lock, and the end of the connections' silence is in it. */
    private static final Duration HELD = Duration.ofMillis(600);

    @Test
    void whoComesAfterAPauseIsServed() throws InterruptedException, SQLException {
        try (var server = Server.start(Map.of());
                var holder = TestDatabase.connect(server.database());
                var statement = holder.createStatement()) {
            var susan = server.client().register();
            answers(crowd(susan));
            answers(crowd(susan));
            Thread.sleep(Limits.SILENCE.minus(HELD.dividedBy(2)).toMillis());
            holder.setAutoCommit(false);
            statement.execute("lock table post in access exclusive mode");
            var posts = crowd(susan);
            Thread.sleep(HELD.toMillis());
            holder.rollback();
            assertEquals(List.of(201), answers(posts));
        }
    }

    private static List<CompletableFuture<Reply>> crowd(Client writer) {
        return IntStream.range(0, CROWD)
                .mapToObj(number ->
                        writer.sending("POST", "/v1/posts", Visitor.text().toBuffer()))
                .toList();
    }

    /** Which there are. */
    private static List<Integer> answers(List<CompletableFuture<Reply>> posts) {
        return posts.stream()
                .map(CompletableFuture::join)
                .map(Reply::status)
                .distinct()
                .toList();
    }
}
