package broadside.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection to the program, of which nothing is hidden: no repeating, no reconnecting. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    Answer get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return answer();
    }

    /** The head of an answer; its body has been read too. */
    record Answer(String head) {
        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        boolean closes() {
            return head.toLowerCase(Locale.ROOT).contains("\nconnection: close\n");
        }
    }

    Answer answer() throws IOException {
        var head = new StringBuilder();
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (in.readNBytes(length).length < length) {
            throw new EOFException("in the middle of a body after " + head);
        }
        return new Answer(head.toString());
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("instead of an answer, after: " + line);
            }
            line.append((char) each);
        }
        return line.toString().strip();
    }

    /** Whether the program ends the connection without a word. */
    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
