package broadside.kit.db;

import broadside.kit.time.Deadlines;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads on a few pipelined connections: many questions under way on each. A connection lost before the answer is met by asking
 * once more; a server that does not answer at all by a new set of connections, since the old ones hold every later question.
 */
final class ReadClient implements Reads {
    private final Deadlines deadlines;
    private final Supplier<SqlClient> connect;
    private final DatabaseFailures failures;
    private volatile Connected current;

    ReadClient(Vertx vertx, Supplier<SqlClient> connect, DatabaseFailures failures) {
        this.deadlines = new Deadlines(vertx, Limits.UNIT_OF_WORK);
        this.connect = connect;
        this.failures = failures;
        this.current = connected();
    }

    @Override
    public <T> Future<List<T>> list(Statement statement, Function<Row, T> record) {
        return answer(statement)
                .transform(answer -> answer.succeeded()
                        ? Future.succeededFuture(statement.records(answer.result(), record))
                        : Future.failedFuture(failures.translate(answer.cause())));
    }

    @SuppressWarnings("ReferenceEquality") // Whether the set was replaced meanwhile.
    private Future<RowSet<Row>> answer(Statement statement) {
        var asked = current;
        Promise<RowSet<Row>> answer = Promise.promise();
        var deadline = deadlines.set(() -> giveUp(asked, answer));
        ask(asked, statement)
                .recover(failure -> asked != current || DatabaseFailures.connectionLost(failure)
                        ? ask(current, statement)
                        : Future.failedFuture(failure))
                .onComplete(result -> {
                    if (deadline.meet()) {
                        answer.handle(result);
                    }
                });
        return answer.future();
    }

    private static Future<RowSet<Row>> ask(Connected to, Statement statement) {
        return to.client()
                .preparedQuery(statement.text())
                .execute(statement.values())
                .onSuccess(rows -> to.markAnswered());
    }

    private void giveUp(Connected asked, Promise<RowSet<Row>> answer) {
        if (answer.tryFail(new TimeoutException("no answer from the database"))) {
            replace(asked);
        }
    }

    /** Not one that is still waiting for its first answer: a new one would wait behind it. */
    @SuppressWarnings("ReferenceEquality") // This very set, not one like it.
    private synchronized void replace(Connected silent) {
        if (current == silent && silent.answered().get()) {
            current = connected();
            silent.client().close();
        }
    }

    private Connected connected() {
        return new Connected(connect.get(), new AtomicBoolean());
    }

    /** A set of connections, and whether it ever brought an answer. */
    private record Connected(SqlClient client, AtomicBoolean answered) {
        /** Read before it is written: it is written once, and many threads would wait for the rest. */
        void markAnswered() {
            if (!answered.get()) {
                answered.set(true);
            }
        }
    }

    Future<Void> close() {
        return current.client().close();
    }
}
