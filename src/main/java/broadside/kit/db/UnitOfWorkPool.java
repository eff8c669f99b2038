package broadside.kit.db;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pool as Hibernate sees it: a session opened inside {@link #handing} gets the connection that was handed over, and there is no
 * other. So one unit of work has one connection, known to us, for entities and SQL alike.
 */
final class UnitOfWorkPool implements Pool {
    @SuppressWarnings("ThreadLocalUsage") // One for each pool, and a pool lives as long as the program.
    private final ThreadLocal<@Nullable SqlConnection> handed = new ThreadLocal<>();

    /** Runs {@code open}, which asks for a connection on this thread before it returns, and gives it this one. */
    <T> T handing(SqlConnection connection, Supplier<T> open) {
        handed.set(connection);
        try {
            return open.get();
        } finally {
            handed.remove();
        }
    }

    @Override
    public Future<SqlConnection> getConnection() {
        var connection = handed.get();
        return connection == null
                ? Future.failedFuture(new IllegalStateException("no unit of work has handed over a connection"))
                : Future.succeededFuture(connection);
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    @Override
    @Deprecated
    public Pool connectHandler(Handler<SqlConnection> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public Pool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int size() {
        return 0;
    }
}
