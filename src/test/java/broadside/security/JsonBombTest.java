package broadside.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.access.Row;
import broadside.access.Stage;
import broadside.testing.Reply;
import broadside.testing.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON made to cost much: refused by every operation in little time and few words. */
@Tag("any-server")
class JsonBombTest {
    private static final Server SERVER = Server.shared();
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int MOST_SAID = 32_768;

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    static Stream<Row> rows() throws IOException {
        return Writing.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isRefused(Row row) {
        var writing = new Writing(SERVER, row);
        for (var member : writing.members()) {
            refused(writing, writing.with(member, "[".repeat(5_000) + "]".repeat(5_000)));
            refused(writing, ("{\"" + member + "\":").repeat(5_000) + "1" + "}".repeat(5_000));
            refused(writing, writing.with(member, "9".repeat(5_000)));
            refused(writing, writing.with(member, "1e400"));
            refused(writing, writing.with(member, "-1e-1000000000"));
            refused(writing, writing.with(member, "1,\"" + member + "\":1"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void manyMembersAreRefusedOrOverlooked(Row row) {
        var writing = new Writing(SERVER, row);
        var bomb = IntStream.range(0, 50_000)
                .mapToObj(number -> "\"" + Integer.toString(number, 36) + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        var reply = answered(writing, bomb);
        assertTrue(reply.status() < 500 && (!writing.isNative() || reply.status() >= 400), reply::toString);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void longListsAreRefused(Row row) {
        var writing = new Writing(SERVER, row);
        for (var member : writing.members()) {
            refused(
                    writing,
                    writing.with(
                            member,
                            IntStream.range(0, 50_000)
                                    .mapToObj(number -> "\"" + Integer.toString(number, 36) + "\"")
                                    .collect(Collectors.joining(",", "[", "]"))));
        }
    }

    private static void refused(Writing writing, String bomb) {
        int status = answered(writing, bomb).status();
        var refusals = writing.isNative() ? Set.of(400, 413) : Set.of(400, 413, 422);
        assertTrue(refusals.contains(status), () -> status + " to " + bomb.substring(0, Math.min(60, bomb.length())));
    }

    private static Reply answered(Writing writing, String bomb) {
        long begin = System.nanoTime();
        Reply reply = writing.send(bomb);
        var time = Duration.ofNanos(System.nanoTime() - begin);
        var start = bomb.substring(0, Math.min(60, bomb.length()));
        assertTrue(time.compareTo(LONGEST) < 0, () -> time + " for " + start);
        assertTrue(reply.body().length() < MOST_SAID, () -> reply.body().length() + " bytes for " + start);
        return reply;
    }
}
