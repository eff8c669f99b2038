package broadside.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A connection on which a test says exactly what it wants to. */
public final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final PushbackInputStream in;

    public RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    public RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
        patience(Duration.ofSeconds(15));
    }

    /** How long {@link #read} waits for each byte. */
    public RawClient patience(Duration most) throws IOException {
        socket.setSoTimeout((int) most.toMillis());
        return this;
    }

    /** What came back: status 0 when the connection was closed without an answer. */
    public record Said(int status, Map<String, String> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Itself, when it is this problem, complete and as this problem is to be. */
        public Said expect(int expected, String code) {
            var complete = status == expected
                    && header("Content-Type").equals("application/problem+json")
                    && text().contains("\"/problems/" + code + "\"")
                    && text().contains("\"status\":" + expected);
            if (!complete) {
                throw new AssertionError(
                        "expected " + expected + " " + code + " but got " + status + " " + headers + "\n" + text());
            }
            return this;
        }
    }

    public RawClient say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A request without a body, as far as its empty line. */
    public Said ask(String line, String... headers) throws IOException {
        var request = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return say(request.append("\r\n").toString()).read(line.startsWith("HEAD "));
    }

    public RawClient say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public Said read() throws IOException {
        return read(false);
    }

    /** An answer to HEAD has no body whatever its length says. */
    public Said read(boolean toHead) throws IOException {
        var start = line();
        if (start.isEmpty()) {
            return new Said(0, Map.of(), new byte[0]);
        }
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = toHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Said(Integer.parseInt(start.split(" ")[1]), headers, in.readNBytes(length));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString().strip();
    }

    /** Whether the other side has hung up. */
    public boolean isOver() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Waits as long as its patience for something to read, the end of the connection included. */
    public boolean hasMore() throws IOException {
        try {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
