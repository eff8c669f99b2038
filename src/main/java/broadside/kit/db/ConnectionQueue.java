package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a connection of a pool, not for ever. The pool's own time limit is not used: it may run out while a connection is on
 * its way to the one who waits, and then that connection is never given back.
 */
final class ConnectionQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionQueue.class);

    private final Vertx vertx;
    private final Pool pool;

    ConnectionQueue(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** A connection within {@link Limits#CONNECT}; one that comes later goes straight back. */
    Future<SqlConnection> next() {
        Promise<SqlConnection> waiting = Promise.promise();
        var patience = vertx.setTimer(
                Limits.CONNECT.toMillis(), expired -> waiting.tryFail(new TimeoutException("no connection is free")));
        pool.getConnection()
                .onFailure(waiting::tryFail)
                .onSuccess(connection -> {
                    // Whatever was asked on it fails by itself; without a handler the driver would print the loss as
                    // well.
                    connection.exceptionHandler(lost -> LOG.debug("A connection was lost", lost));
                    if (!waiting.tryComplete(connection)) {
                        connection.close();
                    }
                })
                .onComplete(came -> vertx.cancelTimer(patience));
        return waiting.future();
    }
}
