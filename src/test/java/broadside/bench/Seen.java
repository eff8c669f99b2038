package broadside.bench;

import broadside.testing.Client;
import broadside.testing.DatabaseProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The statements with which the program answers, seen on the wire. */
record Seen(DatabaseProxy wire, Path folder) {
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
