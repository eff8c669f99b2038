package broadside.app;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Chooses the port of the API before anything else is started: where any will do, because several instances of a verticle have to
 * agree on one; where one is asked for, because it is better known early that somebody has it.
 */
final class Ports {
    private Ports() {}

    static int chosen(int asked, String bind) {
        var any = any(bind);
        if (asked == 0) {
            return any;
        }
        try {
            return opened(asked, bind);
        } catch (IOException failure) {
            throw PortTaken.failure("PORT", asked, failure);
        }
    }

    private static int any(String bind) {
        try {
            return opened(0, bind);
        } catch (IOException failure) {
            throw new StartupFailure(
                    "No port can be opened on " + bind + " (" + failure.getMessage()
                            + "): set BROADSIDE_BIND to an address of this machine.",
                    failure);
        }
    }

    private static int opened(int port, String bind) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
            return socket.getLocalPort();
        }
    }
}
