package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.telemetry.Telemetry;
import broadside.app.telemetry.TracingSettings;
import broadside.kit.http.Answer;
import broadside.kit.http.Corridor;
import broadside.kit.http.NativeDialect;
import broadside.kit.http.Patience;
import broadside.kit.http.Proxies;
import broadside.kit.http.RateLimits;
import broadside.kit.http.Route;
import broadside.kit.http.Traffic;
import broadside.kit.problem.Problem;
import broadside.testing.RawClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that hold a connection by saying next to nothing. */
class SlowClientTest {
    private static final Patience SHORT = new Patience(Duration.ofMillis(800), Duration.ofMillis(1_500));
    private static final Duration DRIP = Duration.ofMillis(100);
    private static final Duration LATEST = Duration.ofSeconds(10);
    private static final Vertx VERTX = Vertx.vertx();
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var config = Settings.read(Map.of("BROADSIDE_BIND", "127.0.0.1"));
        var traffic = new Traffic();
        var echo = Route.post("/echo", call -> Future.succeededFuture(Answer.of(200, "text/plain", call.body())))
                .open();
        var corridor = new Corridor(
                VERTX,
                List.of(new NativeDialect(List.of(echo), token -> Future.failedFuture(Problem.unauthenticated()))),
                new RateLimits(0),
                new Proxies(List.of()),
                traffic,
                SHORT);
        await(VERTX.deployVerticle(
                new HttpVerticle(config, port, corridor, new Telemetry(TracingSettings.OFF).eventLoops(), SHORT)));
    }

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aHeaderThatDripsInEndsTheConnection() throws IOException {
        try (var client = new RawClient(port)) {
            client.say("POST /echo HTTP/1.1\r\nHost: localhost\r\n");
            assertTrue(endsWhileDripping(client, "X-Drip: a\r\n"));
        }
    }

    @Test
    void aHeaderThatDripsInBehindAnAnswerEndsTheConnection() throws IOException {
        try (var client = new RawClient(port)) {
            client.say(
                    "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
            assertEquals(200, client.read().status());
            assertTrue(endsWhileDripping(client, "X"));
        }
    }

    @Test
    void silenceEndsTheConnection() throws IOException {
        try (var client = new RawClient(port)) {
            assertTrue(client.isOver());
        }
    }

    /** Each piece comes in time, so only the deadline of the whole can end it. */
    @Test
    void aBodyThatDripsInIsAnsweredAndEndsTheConnection() throws IOException {
        try (var client = new RawClient(port)) {
            client.say("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
            drip(client, "a");
            var said = client.patience(LATEST).read().expect(408, "request-timeout");
            assertEquals("close", said.header("Connection"));
        }
    }

    /** Goes on until something comes back; false when it never does. */
    private static boolean drip(RawClient client, String drop) throws IOException {
        client.patience(DRIP);
        long latest = System.nanoTime() + LATEST.toNanos();
        while (System.nanoTime() < latest) {
            client.say(drop);
            if (client.hasMore()) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWhileDripping(RawClient client, String drop) throws IOException {
        try {
            return drip(client, drop) && client.isOver();
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException cut) {
            return true;
        }
    }
}
