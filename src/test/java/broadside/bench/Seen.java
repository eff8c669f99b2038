package broadside.bench;

import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The statements with which the program answers, seen on the wire. */
record Seen(DatabaseProxy wire, Path folder) {
    /** The statements that a request of somebody who was here a moment ago is answered with, the shortest first. */
    List<String> of(Client client, String path) {
        client.get("/v1/posts").expect(200);
        wire.reset();
        client.get(path).expect(200);
        return wire.statementsText().stream()
                .filter(statement -> statement.startsWith("select") && !statement.contains("e.xid"))
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }

    /** Keeps the statement that a request of this kind is answered with: the longest; the others log somebody in. */
    String keep(String kind, Client client, String path) {
        wire.reset();
        client.get(path).expect(200);
        var statement = wire.statementsText().stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        try {
            Files.writeString(folder.resolve(kind), statement);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return statement;
    }
}
