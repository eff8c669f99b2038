package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.access.Row;
import broadside.access.Stage;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No column can be written but by the member that the contract has for it. */
@Tag("any-server")
class MassAssignmentTest {
    private static final Server SERVER = Server.shared();
    private static final Set<String> COLUMNS = Columns.of(SERVER.database());
    /** An answer tells of no more than a hundred. */
    private static final int AT_ONCE = 90;

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    static Stream<Row> rows() throws IOException {
        return Writing.rows();
    }

    @Test
    void theCatalogueHasThemAll() {
        assertTrue(
                COLUMNS.containsAll(Set.of("role", "suspended_at", "emailVerifiedAt", "hash", "id")),
                COLUMNS::toString);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aColumnIsNoMember(Row row) {
        var writing = new Writing(SERVER, row);
        var foreign = COLUMNS.stream()
                .filter(name -> !writing.members().contains(name))
                .toList();
        for (int first = 0; first < foreign.size(); first += AT_ONCE) {
            var some = foreign.subList(first, Math.min(first + AT_ONCE, foreign.size()));
            var body = writing.body();
            some.forEach(name -> body.put(name, "1"));
            var reply = writing.send(body).expect(400);
            some.forEach(name -> assertEquals("unknown", reply.violation("/" + name), name));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void norIsOneOfAnObjectInside(Row row) {
        var writing = new Writing(SERVER, row);
        var role = new JsonObject().put("role", "admin");
        for (var member : writing.members()) {
            assertEquals(400, writing.send(writing.body().put(member, role)).status(), member);
        }
    }
}
