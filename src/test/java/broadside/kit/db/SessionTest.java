package broadside.kit.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the program asks of every session it opens. */
class SessionTest {
    /** Servers compile statements where they can; the embedded one cannot, so nothing else would show it. */
    @Test
    void noStatementIsCompiled() {
        var rooms = Server.shared().program().rooms();
        assertEquals(List.of("off"), setting(rooms.reads()));
    }

    private static List<String> setting(Reads reads) {
        return reads.list(Sql.of("select current_setting('jit')").with(), row -> row.getString(0))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
