package broadside.security;

import broadside.access.Actor;
import broadside.access.Row;
import broadside.access.Stage;
import broadside.contract.Contracts;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

/** An operation that takes a body, and somebody who is served by it. */
final class Writing {
    private final Row row;
    private final Stage stage;
    private final String path;
    private final JsonObject body;

    Writing(Server server, Row row) {
        this.row = row;
        stage = new Stage(server, row.welcome().orElse(Actor.AUTHOR));
        path = row.pathOn(stage);
        body = new JsonObject(row.bodyOn(stage));
    }

    static Stream<Row> rows() throws IOException {
        return Row.table().filter(row -> row.body() != null);
    }

    /** A copy of one that is taken. */
    JsonObject body() {
        return body.copy();
    }

    /** What a body may hold by the contract. */
    Set<String> members() {
        return Contracts.NATIVE.operations().stream()
                .filter(operation -> operation.toString().equals(row.toString()))
                .map(Contracts.NATIVE::members)
                .findFirst()
                .orElseThrow();
    }

    Reply send(JsonObject sent) {
        return send(sent.encode());
    }

    Reply send(String sent) {
        return stage.asked()
                .send(row.method(), path, Buffer.buffer(sent), row.headers().toArray(String[]::new));
    }
}
