package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("any-server")
class HealthTest {
    @Test
    void isReadyWhereAProgramServes() {
        assertEquals(new Told(0, "ready\n", ""), health(Server.shared().managementPort()));
    }

    @Test
    void isNotWhereNobodyAnswers() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var told = "broadside: nobody answers at http://127.0.0.1:" + port + "/health/ready.\n";
        assertEquals(new Told(1, "", told), health(port));
    }

    private static Told health(int port) {
        var out = new StringWriter();
        var error = new StringWriter();
        int exit = Broadside.run(
                new String[] {"health"},
                Map.of("BROADSIDE_MANAGEMENT_PORT", Integer.toString(port)),
                new PrintWriter(out, true),
                new PrintWriter(error, true));
        return new Told(exit, out.toString(), error.toString());
    }
}
