package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.contract.Contract;
import broadside.contract.Contracts;
import broadside.contract.Operation;
import broadside.testing.RawClient;
import broadside.testing.Server;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Other ways of writing a path lead nowhere, in particular not past what is asked of those who take the plain one. */
@Tag("any-server")
class PathTricksTest {
    private static final int PORT = Server.shared().port();

    private static final Map<String, UnaryOperator<String>> TRICKS = new TreeMap<>(Map.ofEntries(
            Map.entry("two slashes in front", path -> "/" + path),
            Map.entry("two slashes inside", path -> inside(path, "//")),
            Map.entry("a dot inside", path -> inside(path, "/./")),
            Map.entry("an encoded dot inside", path -> inside(path, "/%2e/")),
            Map.entry("up and down again", path -> inside(path, "/x/../")),
            Map.entry("up and down again, encoded", path -> inside(path, "/x/%2e%2e/")),
            Map.entry("an encoded slash", path -> inside(path, "%2f")),
            Map.entry("a backslash", path -> inside(path, "%5c")),
            Map.entry("a parameter of the path", path -> path + ";x=1"),
            Map.entry("a parameter inside", path -> inside(path, ";x=1/")),
            Map.entry("a slash behind it", path -> path + "/"),
            Map.entry("a dot behind it", path -> path + "/."),
            Map.entry("an extension", path -> path + ".json"),
            Map.entry("a NUL behind it", path -> path + "%00"),
            Map.entry("a question mark, encoded", path -> path + "%3f"),
            Map.entry("capitals", path -> path.toUpperCase(Locale.ROOT)),
            Map.entry("encoded twice", path -> path.replace("v", "%2576"))));

    /** The same with something else for the slash before its last part. */
    private static String inside(String path, String slash) {
        int last = path.lastIndexOf('/');
        return path.substring(0, last) + slash + path.substring(last + 1);
    }

    static Stream<Operation> operations() {
        return Contracts.ALL.stream().map(Contract::operations).flatMap(operations -> operations.stream()
                .filter(operation -> !operation.path().equals("/")));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leadNowhere(Operation operation) throws IOException {
        var path = operation.path().replaceAll("\\{\\w+}", "1");
        var plain = ask(operation.method(), path);
        for (var trick : TRICKS.entrySet()) {
            var tricky = trick.getValue().apply(path);
            if (!tricky.equals(path) && !isOtherName(operation, tricky, path)) {
                int status = ask(operation.method(), tricky);
                assertTrue(
                        List.of(400, 404, 405).contains(status) || (status == plain && status >= 400),
                        () -> trick.getKey() + ": " + operation.method() + " " + tricky + " " + status);
            }
        }
    }

    /** A name that goes on is the name of something else. */
    private static boolean isOtherName(Operation operation, String tricky, String path) {
        return operation.path().endsWith("}")
                && tricky.startsWith(path)
                && !tricky.substring(path.length()).startsWith("/");
    }

    private static int ask(String method, String path) throws IOException {
        try (var client = new RawClient(PORT)) {
            return client.ask(method + " " + path, "Content-Length: 0").status();
        }
    }

    @ParameterizedTest
    @FieldSource("broadside.contract.Contracts#ALL")
    void aPrefixIsNotLeft(Contract contract) throws IOException {
        for (var away : new String[] {"/../v1/me", "/%2e%2e/v1/me", "/..%2fv1/me", "/..;/v1/me", "\\..\\v1\\me"}) {
            int status = ask("GET", contract.prefix() + away);
            assertTrue(status == 400 || status == 404, () -> contract + away + " " + status);
        }
        assertEquals(401, ask("GET", "/v1/me"));
    }
}
