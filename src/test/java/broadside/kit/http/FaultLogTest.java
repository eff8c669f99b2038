package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.RawClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A fault of the program is written down in one line, whatever the request that met it looks like. */
class FaultLogTest {
    private static final List<String> PATHS = List.of(
            "/fails/%0d%0a12:00:00.000%20ERROR%20forged",
            "/fails/%0A%0Aforged",
            "/fails/%1b%5b31mred",
            "/fails/%E2%80%A8forged",
            "/fails/%00%07%08",
            "/fails/$%7bjndi:ldap:x%7d",
            "/fails/%7b%7d%25s%25n");

    @Test
    void noRequestForgesAnother() throws IOException {
        var log = (Logger) LoggerFactory.getLogger(Exchange.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        log.addAppender(lines);
        log.setAdditive(false);
        try (var server = new CorridorServer(
                new Proxies(List.of()),
                Route.get("/fails/:name", call -> Future.failedFuture(new IllegalStateException("a fault")))
                        .open())) {
            for (var path : PATHS) {
                try (var client = new RawClient(server.port())) {
                    client.ask("GET " + path, "X-Request-Id: forged%0d%0aERROR", "User-Agent: a\tb")
                            .expect(500, "internal");
                }
            }
        } finally {
            log.setAdditive(true);
            log.detachAppender(lines);
        }
        assertEquals(PATHS.size(), lines.list.size());
        for (var line : lines.list) {
            var text = line.getFormattedMessage();
            assertTrue(text.chars().noneMatch(Character::isISOControl), text);
            assertTrue(!text.contains("\u2028") && !text.contains("forged%0d%0aERROR"), text);
        }
    }
}
