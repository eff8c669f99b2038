package broadside.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;

/** One connection through a {@link DatabaseProxy}: message by message to the server, byte by byte back. */
final class ProxiedConnection {
    private static final int CHUNK = 64 * 1024;
    private static final int TLS = 80_877_103;
    private static final int GSSAPI = 80_877_104;

    private final DatabaseProxy proxy;
    private final Socket client;
    private final Socket server;
    private final SentStatements statements = new SentStatements();
    private volatile boolean answered = true;

    ProxiedConnection(DatabaseProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        proxy.opened(this);
        DatabaseProxy.thread("there", () -> pump(this::there));
        DatabaseProxy.thread("back", () -> pump(this::back));
    }

    private interface Pump {
        void run() throws IOException, InterruptedException;
    }

    private void pump(Pump direction) {
        try {
            direction.run();
        } catch (IOException | InterruptedException ended) {
            close();
        }
    }

    private void there() throws IOException, InterruptedException {
        var in = new DataInputStream(client.getInputStream());
        var out = server.getOutputStream();
        var startup = startup(in);
        while (asksForEncryption(startup)) {
            client.getOutputStream().write('N');
            startup = startup(in);
        }
        forward(out, startup);
        while (true) {
            forward(out, message(in));
        }
    }

    private void forward(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
        proxy.pass();
        out.write(bytes);
        out.flush();
    }

    /** The first message has no type. */
    private static byte[] startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        var message = ByteBuffer.allocate(length).putInt(length);
        in.readFully(message.array(), Integer.BYTES, length - Integer.BYTES);
        return message.array();
    }

    /** By TLS or GSSAPI; a client that prefers it goes on without. */
    private static boolean asksForEncryption(byte[] startup) {
        int code = ByteBuffer.wrap(startup).getInt(Integer.BYTES);
        return code == TLS || code == GSSAPI;
    }

    private byte[] message(DataInputStream in) throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        var message = ByteBuffer.allocate(1 + length).put(type).putInt(length);
        in.readFully(message.array(), 1 + Integer.BYTES, length - Integer.BYTES);
        statements.read((char) type, message.slice()).ifPresent(this::note);
        return message.array();
    }

    /** Before it is sent, so that no answer can be faster. */
    private void note(String statement) {
        if (!proxy.sent(statement)) {
            answered = false;
        }
    }

    private void back() throws IOException, InterruptedException {
        InputStream in = server.getInputStream();
        var out = client.getOutputStream();
        var chunk = new byte[CHUNK];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            proxy.pass();
            if (answered) {
                out.write(proxy.heard(new String(chunk, 0, length, ISO_8859_1)).getBytes(ISO_8859_1));
                out.flush();
            }
        }
        close();
    }

    /** Drops both ends: who writes or reads there hears of it at once. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException gone) {
            answered = false;
        }
        close();
    }

    void close() {
        proxy.closed(this);
        try (client;
                server) {
            answered = false;
        } catch (IOException gone) {
            answered = false;
        }
    }
}
