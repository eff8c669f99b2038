package broadside.security;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.access.Row;
import broadside.access.Stage;
import broadside.testing.Server;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no database can keep, or that look other than they are, in every member of every body. */
@Tag("any-server")
class HostileTextTest {
    private static final Server SERVER = Server.shared();
    /** As JSON writes them: NUL, lone halves of surrogate pairs in every place. */
    private static final List<String> NO_TEXT =
            List.of("a\\u0000b", "\\u0000", "a\\uD800b", "\\uDC00", "\\uDC00\\uD800", "\\uD83D");
    /** Bidirectional overrides and isolates, a tower of marks, controls, tags, and what changes its length in other cases. */
    private static final List<String> STRANGE = List.of(
            "\\u202Egpj.exe\\u202C",
            "\\u2066\\u2067\\u2068",
            "a" + "\\u0301".repeat(2_000),
            "\\u0001\\u0007\\u001B[31mred",
            "one\\r\\nBcc: two@example.com\\r\\n\\r\\nthree",
            "\\u2028\\u2029\\u0085",
            "\\uDB40\\uDC41\\uDB40\\uDC7F",
            "\\uFEFF\\u200B\\u2060",
            "\\u0130\\uFB03\\u1E9E",
            "\\uFFFE\\uD83F\\uDFFF",
            "\\uFDFA".repeat(500),
            "%s%n{0}${jndi:ldap://127.0.0.1/x}{{7*7}}<%= 7 %>");

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    static Stream<Row> rows() throws IOException {
        return Writing.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsNoTextIsRefused(Row row) {
        var writing = new Writing(SERVER, row);
        for (var member : writing.members()) {
            for (var text : NO_TEXT) {
                var reply = writing.send(writing.withText(member, text));
                var refused = reply.status() == 400 || (reply.status() == 422 && !writing.isNative());
                assertTrue(refused, () -> member + " " + text + " " + reply);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsStrangeIsTakenOrRefused(Row row) {
        var writing = new Writing(SERVER, row);
        for (var member : writing.members()) {
            for (var text : STRANGE) {
                int status = writing.send(writing.withText(member, text)).status();
                assertTrue(status < 500, () -> status + " to " + member + " " + text);
            }
        }
    }
}
