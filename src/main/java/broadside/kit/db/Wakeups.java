package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;

/** LISTEN on a connection of its own, which is made again whenever it breaks. */
public final class Wakeups {
    private static final long RECONNECT_MILLIS = 500;

    private final PgSubscriber subscriber;

    public Wakeups(Vertx vertx, DatabaseAddress address) {
        var options = Connections.options(address);
        // Nothing may happen for a long time.
        options.setReadIdleTimeout(0);
        subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    /** Calls {@code wake} for each notification; and connects. */
    public void on(String channel, Runnable wake) {
        subscriber.channel(channel).handler(payload -> wake.run());
        // A connection that fails now is tried again by the policy above; the poll bridges the gap.
        subscriber.connect().otherwiseEmpty();
    }

    public Future<Void> close() {
        return subscriber.close();
    }
}
