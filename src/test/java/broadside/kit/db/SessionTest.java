package broadside.kit.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Server;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program asks of every session it opens. */
class SessionTest {
    private static final Sql CURRENT = Sql.of("select current_setting(?)");

    /** Servers compile statements where they can; the embedded one cannot, so nothing else would show it. */
    @Test
    void noStatementIsCompiled() {
        var rooms = Server.shared().program().rooms();
        assertEquals(List.of("off"), setting(rooms.reads(), "jit"));
    }

    /** What costs milliseconds to plan is planned once for each connection; a connection of a unit of work plans as it sees fit. */
    @Test
    void shortReadsKeepTheirPlans() {
        var rooms = Server.shared().program().rooms();
        assertEquals(List.of("force_generic_plan"), setting(rooms.reads(), "plan_cache_mode"));
        var inUnit = rooms.db().transaction(tx -> tx.list(CURRENT.with("plan_cache_mode"), row -> row.getString(0)));
        assertEquals(List.of("auto"), await(inUnit));
    }

    private static List<String> setting(Reads reads, String name) {
        return await(reads.list(CURRENT.with(name), row -> row.getString(0)));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
