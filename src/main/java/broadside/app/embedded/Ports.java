package broadside.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Ports for the server. They lie below those that systems give to outgoing connections (RFC 6335: from 49152; Linux: from 32768), so
 * that none of these takes the port in the moment in which the server is started again.
 */
final class Ports {
    private static final int FROM = 20_000;
    private static final int BELOW = 32_000;
    private static final int ATTEMPTS = 100;

    private final RandomGenerator random = new SecureRandom();

    /** A port that is free now. */
    int free() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FROM + random.nextInt(BELOW - FROM);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no port is free on 127.0.0.1");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
