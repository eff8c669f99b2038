package broadside.security;

import broadside.access.Actor;
import broadside.access.Row;
import broadside.access.Stage;
import broadside.contract.Contract;
import broadside.contract.Contracts;
import broadside.testing.Reply;
import broadside.testing.Server;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An operation that takes a body, and somebody who is served by it. */
final class Writing {
    private static final String HERE = "@@@";

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

    /** Those of our own API. */
    static Stream<Row> rows() throws IOException {
        return rows(Contracts.NATIVE);
    }

    static Stream<Row> rows(Contract contract) throws IOException {
        return Row.table(contract).filter(row -> row.body() != null);
    }

    /** Those of all APIs. */
    static Stream<Row> all() throws IOException {
        return Row.all().filter(row -> row.body() != null);
    }

    boolean isNative() {
        return row.contract() == Contracts.NATIVE;
    }

    /** A copy of one that is taken. */
    JsonObject body() {
        return body.copy();
    }

    /** What a body may hold by the contract; where all of it is in one object, what that may hold. */
    Set<String> members() {
        return isWrapped(body)
                ? row.contract().membersInside(row.operation())
                : row.contract().members(row.operation());
    }

    /** RealWorld puts everything into an object that tells what it is. */
    private boolean isWrapped(JsonObject whole) {
        return row.contract() == Contracts.REALWORLD && whole.size() == 1;
    }

    /** Of a body, what holds its members. */
    JsonObject inside(JsonObject whole) {
        return isWrapped(whole)
                ? whole.getJsonObject(whole.fieldNames().iterator().next())
                : whole;
    }

    /** A body that is taken but for a member, whose value is this JSON. */
    String with(String member, String json) {
        return with(member, "\"" + HERE + "\"", HERE, json);
    }

    /** A body that is taken but for a member, which is a text, or a list of one, where it should be; as JSON writes it. */
    String withText(String member, String text) {
        return with(member, HERE, HERE, text);
    }

    private String with(String member, String place, Object value, String json) {
        var whole = body();
        var inside = inside(whole);
        var list = place.equals(HERE) && inside.getValue(member) instanceof JsonArray;
        inside.put(member, list ? List.of(value) : value);
        return whole.encode().replace(place, json);
    }

    Reply send(JsonObject sent) {
        return send(sent.encode());
    }

    /** Nothing but the answer of our own API is held against its contract: others take what they do not document. */
    Reply send(String sent) {
        var client = stage.asked(row.contract());
        var headers = row.headers().toArray(String[]::new);
        return isNative()
                ? client.send(row.method(), path, Buffer.buffer(sent), headers)
                : client.sendUnchecked(row.method(), path, Buffer.buffer(sent), headers);
    }
}
