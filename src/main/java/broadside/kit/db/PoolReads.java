package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.function.Function;

/** Reads that may take a while: each has a connection of the pool to itself, so that nobody stands behind it. */
final class PoolReads implements Reads {
    private final Vertx vertx;
    private final ConnectionQueue queue;
    private final DatabaseFailures failures;

    PoolReads(Vertx vertx, ConnectionQueue queue, DatabaseFailures failures) {
        this.vertx = vertx;
        this.queue = queue;
        this.failures = failures;
    }

    @Override
    public <T> Future<List<T>> list(Statement statement, Function<Row, T> record) {
        long end = System.nanoTime() + Limits.UNIT_OF_WORK.toNanos();
        return ask(end, statement)
                .recover(failure -> DatabaseFailures.connectionLost(failure) && millisUntil(end) > 0
                        ? ask(end, statement)
                        : Future.failedFuture(failure))
                .recover(failure -> Future.failedFuture(failures.translate(failure)))
                .map(rows -> statement.records(rows, record));
    }

    private Future<RowSet<Row>> ask(long end, Statement statement) {
        return queue.next().compose(connection -> {
            var deadline = vertx.setTimer(Math.max(1, millisUntil(end)), expired -> Connections.cut(connection));
            return connection
                    .preparedQuery(statement.text())
                    .execute(statement.values())
                    .onComplete(answered -> {
                        vertx.cancelTimer(deadline);
                        connection.close();
                    });
        });
    }

    private static long millisUntil(long end) {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }
}
