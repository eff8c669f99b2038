package broadside.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.contract.Contract;
import broadside.contract.Operation;
import broadside.testing.Server;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, asked by everybody, answers what the table says. */
@Tag("any-server")
class AuthorizationTest {
    private static final Server SERVER = Server.shared();

    @BeforeAll
    static void set() {
        Stage.set(SERVER);
    }

    @ParameterizedTest
    @FieldSource("broadside.contract.Contracts#ALL")
    void everyOperationHasARow(Contract contract) throws IOException {
        var operations = contract.operations().stream().map(Operation::toString);
        assertEquals(lines(operations), lines(Row.table(contract).map(Row::toString)));
    }

    private static String lines(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAnsweredAsTheTableSays(Row row) {
        assertEquals(Actor.values().length, row.statuses().size(), row.toString());
        var answers = Stream.of(Actor.values()).map(actor -> ask(row, actor)).toList();
        assertEquals(row.statuses(), answers, row.toString());
    }

    private static int ask(Row row, Actor actor) {
        var stage = new Stage(SERVER, actor);
        var path = row.pathOn(stage);
        var body = row.bodyOn(stage);
        return stage.asked(row.contract())
                .send(
                        row.method(),
                        path,
                        body == null ? null : Buffer.buffer(body),
                        row.headers().toArray(String[]::new))
                .status();
    }

    static Stream<Row> rows() throws IOException {
        return Row.all();
    }
}
