package broadside.app;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends listening while connections go on. A server of Vert.x closes its connections with itself, so only the channel that listens is
 * closed, on the loop that accepts: whoever has come in by then stays.
 */
final class Acceptors {
    private static final long PATIENCE_MILLIS = 1_000;

    private Acceptors() {}

    /** Blocks until nobody listens on the port. */
    static void close(Vertx vertx, int port) {
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            var closed = loop.submit(() -> close((SingleThreadEventLoop) loop, port));
            closed.awaitUninterruptibly(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void close(SingleThreadEventLoop loop, int port) {
        List<Channel> listening = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(listening::add);
        listening.stream().filter(channel -> isOn(channel, port)).forEach(channel -> channel.unsafe()
                .close(channel.voidPromise()));
    }

    private static boolean isOn(Channel channel, int port) {
        return channel instanceof ServerChannel
                && channel.localAddress() instanceof InetSocketAddress address
                && address.getPort() == port;
    }
}
