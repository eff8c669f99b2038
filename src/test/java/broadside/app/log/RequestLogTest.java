package broadside.app.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The client is told to come again; whoever runs the program wants to know why. */
class RequestLogTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(RequestLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
    }

    @Test
    void whatCannotBeServedSaysWhy() throws SQLException {
        try (var server = Server.start(Map.of());
                var holder = TestDatabase.connect(server.database());
                var statement = holder.createStatement()) {
            var susan = server.client().register();
            holder.setAutoCommit(false);
            statement.execute("lock table post in access exclusive mode");
            var refused = susan.unchecked("POST", "/v1/posts", new JsonObject().put("body", "Not now."))
                    .expect(503);
            assertFalse(refused.text().contains("lock"), refused.text());
        }
        assertTrue(
                told().anyMatch(line -> line.contains("status=503") && line.contains("lock timeout")),
                () -> told().toList().toString());
        assertTrue(told().noneMatch(line -> line.contains("status=201") && line.contains("reason=")));
    }

    private Stream<String> told() {
        return lines.list.stream().map(event -> {
            var line = new StringBuilder();
            Members.of(event)
                    .tell((name, value) ->
                            line.append(name).append('=').append(value).append(' '));
            return line.toString();
        });
    }
}
