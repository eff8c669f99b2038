package broadside.kit.db;

import broadside.kit.problem.StartupFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;

/**
 * Everything in a database as it is at one moment, whoever writes meanwhile, on a connection of its own and without limits of time.
 * Fails with one line for people.
 */
public final class Snapshot implements Reads {
    private static final List<String> BEGINNING = List.of(
            "set statement_timeout = 0",
            "set idle_in_transaction_session_timeout = 0",
            "set lock_timeout = '10s'",
            "start transaction isolation level repeatable read, read only");

    private final SqlConnection connection;

    private Snapshot(SqlConnection connection) {
        this.connection = connection;
    }

    public static Future<Snapshot> open(Vertx vertx, DatabaseAddress address) {
        var options = Connections.options(address);
        options.setReadIdleTimeout(0);
        return told(PgConnection.connect(vertx, options).compose(connection -> begun(connection, 0)
                .onFailure(failure -> connection.close())
                .map(begun -> new Snapshot(connection))));
    }

    private static Future<?> begun(SqlConnection connection, int done) {
        return done == BEGINNING.size()
                ? Future.succeededFuture()
                : connection.query(BEGINNING.get(done)).execute().compose(next -> begun(connection, done + 1));
    }

    private static <T> Future<T> told(Future<T> work) {
        return work.recover(failure -> Future.failedFuture(new StartupFailure(
                "The database does not let itself be read: "
                        + String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ") + ".",
                failure)));
    }

    @Override
    public <T> Future<List<T>> list(Statement statement, Function<Row, T> record) {
        return told(connection
                .preparedQuery(statement.text())
                .execute(statement.values())
                .map(rows -> statement.records(rows, record)));
    }

    /** Begins to read what may be more than there is memory for; any number of walks may be under way. */
    public <T> Future<Walk<T>> walk(Statement statement, Function<Row, T> record, int page) {
        return told(
                connection.prepare(statement.text()).map(prepared -> new Walk<>(statement, prepared, record, page)));
    }

    /** Reads page by page. */
    public static final class Walk<T> {
        private final Statement statement;
        private final PreparedStatement prepared;
        private final Cursor cursor;
        private final Function<Row, T> record;
        private final int page;
        private boolean ended;

        private Walk(Statement statement, PreparedStatement prepared, Function<Row, T> record, int page) {
            this.statement = statement;
            this.prepared = prepared;
            this.cursor = prepared.cursor(statement.values());
            this.record = record;
            this.page = page;
        }

        /** The next ones; none at the end. */
        public Future<List<T>> next() {
            return ended
                    ? Future.succeededFuture(List.of())
                    : told(cursor.read(page)
                            .map(rows -> statement.records(rows, record))
                            .compose(this::ended));
        }

        private Future<List<T>> ended(List<T> rows) {
            ended = !cursor.hasMore();
            return ended ? cursor.close().compose(closed -> prepared.close()).map(rows) : Future.succeededFuture(rows);
        }
    }

    public Future<Void> close() {
        return connection.close();
    }
}
