package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port behind which there is nothing until it is opened; then it leads to a database. */
public final class DatabaseGate implements AutoCloseable {
    private final DatabaseAddress server;
    private final int port;
    private volatile boolean closed;
    private volatile ServerSocket door;

    private DatabaseGate(DatabaseAddress server, ServerSocket door) {
        this.server = server;
        this.door = door;
        this.port = door.getLocalPort();
    }

    public static DatabaseGate closed(DatabaseAddress server) {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DatabaseGate(server, door);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(
                "127.0.0.1", port, server.database(), server.user(), server.password(), server.sslMode());
    }

    public void open() {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            run("gate", this::accept);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() throws IOException {
        while (!closed) {
            var client = door.accept();
            var inside = new Socket(server.host(), server.port());
            run("gate in", () -> pump(client, inside));
            run("gate out", () -> pump(inside, client));
        }
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One of both sides has gone.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
