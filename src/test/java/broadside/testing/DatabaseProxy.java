package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A wire to PostgreSQL that a test may count on, slow down, hold and cut. It reads what the client says (PostgreSQL documentation,
 * 55.7) and changes nothing of it; of what the server says only what a test has asked for.
 */
public final class DatabaseProxy implements AutoCloseable {
    private final DatabaseAddress server;
    private final ServerSocket door;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private boolean held;
    private volatile Duration delay = Duration.ZERO;
    private volatile @Nullable String unanswered;
    private volatile UnaryOperator<String> answers = UnaryOperator.identity();

    private DatabaseProxy(DatabaseAddress server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** Opens a proxy in front of a server that is reached without encryption. */
    public static DatabaseProxy to(DatabaseAddress server) {
        try {
            var proxy = new DatabaseProxy(server);
            thread("door", proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same database by way of this proxy. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "127.0.0.1",
                door.getLocalPort(),
                server.database(),
                server.user(),
                server.password(),
                DatabaseAddress.SslMode.DISABLE);
    }

    /** How many statements were run since {@link #reset}: Execute and simple Query messages, BEGIN and COMMIT among them. */
    public int statements() {
        return statements.size();
    }

    /** Their texts, in the order they were sent. */
    public List<String> statementsText() {
        return List.copyOf(statements);
    }

    public void reset() {
        statements.clear();
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    /** From now on nothing passes, in neither direction; connections stay, and new ones are taken. */
    public synchronized void hold() {
        held = true;
    }

    /** Ends {@link #hold}: what was held back goes on its way. */
    public synchronized void release() {
        held = false;
        notifyAll();
    }

    /** Keeps everything back for so long, each time something is sent. */
    public void delay(Duration each) {
        delay = each;
    }

    /** Ends every connection, as a network does that breaks: no goodbye of either side. */
    public void cut() {
        connections.forEach(ProxiedConnection::close);
    }

    /** Ends every connection by RST, as a machine does that has forgotten them. */
    public void resetConnections() {
        connections.forEach(ProxiedConnection::reset);
    }

    /**
     * A statement that begins like this still reaches the server, but on its connection nothing comes back any more; null: every
     * statement is answered.
     */
    public void leaveUnanswered(@Nullable String beginning) {
        unanswered = beginning;
    }

    /** Wherever the server says the one, clients hear the other, which must be as long. */
    public void pretend(String said, String heard) {
        if (said.length() != heard.length()) {
            throw new IllegalArgumentException(said + " and " + heard);
        }
        answers = answer -> answer.replace(said, heard);
    }

    /** What clients hear of what the server says, a character for each byte. */
    String heard(String answer) {
        return answers.apply(answer);
    }

    @Override
    public void close() throws IOException {
        door.close();
        release();
        cut();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            new ProxiedConnection(this, client, new Socket(server.host(), server.port())).start();
        } catch (IOException serverIsAway) {
            client.close();
        }
    }

    void opened(ProxiedConnection connection) {
        connections.add(connection);
    }

    void closed(ProxiedConnection connection) {
        connections.remove(connection);
    }

    /** Notes a statement; whether it is to be answered. */
    boolean sent(String statement) {
        statements.add(statement);
        var beginning = unanswered;
        return beginning == null || !statement.startsWith(beginning);
    }

    /** Waits until something may pass. */
    synchronized void pass() throws InterruptedException {
        long latest = System.nanoTime() + delay.toNanos();
        for (long left = delay.toNanos(); held || left > 0; left = latest - System.nanoTime()) {
            wait(held ? 0 : left / 1_000_000 + 1);
        }
    }

    static void thread(String name, Runnable work) {
        var thread = new Thread(work, "database-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
