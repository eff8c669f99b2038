package broadside.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.kit.http.Cursors.Position;
import broadside.kit.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final String LIST = "/v1/things?colour=red";
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private final Cursors cursors = new Cursors(new byte[32]);
    private final Position position = new Position(Instant.parse("2030-01-31T08:00:00.123456Z"), Long.MAX_VALUE, true);

    @Test
    void comeBackAsTheyWere() {
        for (var place : List.of(position, new Position(Instant.EPOCH.minusNanos(1), -1, false))) {
            assertEquals(place, cursors.decode(LIST, cursors.encode(LIST, place)));
        }
    }

    @Test
    void belongToTheirListAndTheirDatabase() {
        var cursor = cursors.encode(LIST, position);
        refused(cursors, "/v1/things?colour=blue", cursor);
        refused(new Cursors("another key of another database".getBytes(UTF_8)), LIST, cursor);
    }

    /** Every other sign at every place, the last one too, whose lowest bits Base64 ignores. */
    @Test
    void cannotBeAltered() {
        var cursor = cursors.encode(LIST, position);
        for (int place = 0; place < cursor.length(); place++) {
            for (char sign :
                    SIGNS.replace(cursor.substring(place, place + 1), "").toCharArray()) {
                refused(cursors, LIST, cursor.substring(0, place) + sign + cursor.substring(place + 1));
            }
        }
    }

    @Test
    void areNothingElse() {
        var cursor = cursors.encode(LIST, position);
        for (var other : List.of(
                "",
                "A",
                "AAAA",
                "é",
                "%",
                cursor + "A",
                cursor + "AAAA",
                cursor.substring(1),
                cursor + "=",
                cursor + "\n",
                cursor.substring(0, 4),
                "A".repeat(10_000))) {
            refused(cursors, LIST, other);
        }
    }

    private static void refused(Cursors cursors, String list, String cursor) {
        var problem = assertThrows(Problem.class, () -> cursors.decode(list, cursor), cursor);
        assertEquals("invalid-cursor", problem.type().code());
    }
}
