package broadside.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many connections that each begin with the same bytes, and may go on with one byte each second. */
final class Crowd implements AutoCloseable {
    private static final int AT_ONCE = 250;
    private static final int DRIP_MILLIS = 1_000;

    private final Vertx vertx;
    private final NetClient client;
    private final int port;
    private final AtomicInteger open = new AtomicInteger();

    Crowd(Vertx vertx, int port) {
        this.vertx = vertx;
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(10_000));
        this.port = port;
    }

    /** How many connections are open. */
    int open() {
        return open.get();
    }

    /**
     * Opens so many more, a few hundred at a time.
     *
     * @param slow whether each says one more byte every second until it is cut off
     */
    void grow(int count, String beginning, boolean slow) {
        for (int done = 0; done < count; done += AT_ONCE) {
            var some = IntStream.range(0, Math.min(AT_ONCE, count - done))
                    .mapToObj(n -> connect(beginning, slow))
                    .toList();
            Future.all(some).toCompletionStage().toCompletableFuture().join();
        }
    }

    private Future<Void> connect(String beginning, boolean slow) {
        return client.connect(port, "127.0.0.1").compose(socket -> {
            open.incrementAndGet();
            var drip = slow ? vertx.setPeriodic(DRIP_MILLIS, tick -> socket.write("x")) : -1;
            socket.closeHandler(closed -> gone(drip));
            return said(socket, beginning);
        });
    }

    private Future<Void> said(NetSocket socket, String beginning) {
        return socket.exceptionHandler(cut -> {}).write(beginning);
    }

    private void gone(long drip) {
        vertx.cancelTimer(drip);
        open.decrementAndGet();
    }

    @Override
    public void close() {
        client.close();
    }
}
