package broadside.kit.db;

import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.reactive.stage.Stage;

/**
 * The way to change things: units of work, each one transaction on one connection. A future that succeeded tells that COMMIT has
 * answered. Besides {@link Orm} this class and {@link Tx} are the only ones that know Hibernate.
 */
public final class Db {
    private final Vertx vertx;
    private final ConnectionQueue queue;
    /** Of no context: a future that has one would take every unit of work to that one's event loop. */
    private final Promise<Orm> orm = Promise.promise();

    private final DatabaseFailures failures;
    private volatile Consumer<Announcement> hearer = announcement -> {};

    Db(Vertx vertx, ConnectionQueue queue, Future<Orm> orm, DatabaseFailures failures) {
        this.vertx = vertx;
        this.queue = queue;
        orm.onComplete(this.orm);
        this.failures = failures;
    }

    /** Hands over what transactions of this process announce, each time one is committed, before its caller learns of it. */
    public void hear(Consumer<Announcement> hearer) {
        this.hearer = hearer;
    }

    /**
     * Does the work in one transaction: all of it or nothing.
     *
     * @return the work's result after COMMIT; fails with a {@link Problem} where the failure has an answer, among them
     *     503 when the unit is not done within {@link Limits#UNIT_OF_WORK}
     */
    public <T> Future<T> transaction(Function<Tx, Future<T>> work) {
        Promise<T> done = Promise.promise();
        // A context of its own, so that whoever calls, on whichever thread, the unit stays on one event loop.
        orm.future()
                .onFailure(done::fail)
                .onSuccess(known -> vertx.runOnContext(start -> attempt(work)
                        .recover(failure -> Future.failedFuture(failures.translate(failure)))
                        .onComplete(done)));
        return done.future();
    }

    /** A pool may hand out a connection that died a moment ago; nothing has been done on it yet, so another is tried. */
    private <T> Future<T> attempt(Function<Tx, Future<T>> work) {
        long end = System.nanoTime() + Limits.UNIT_OF_WORK.toNanos();
        var begun = new AtomicBoolean();
        Function<Tx, Future<T>> marked = tx -> {
            begun.set(true);
            return work.apply(tx);
        };
        Predicate<Throwable> untouched =
                failure -> !begun.get() && millisUntil(end) > 0 && DatabaseFailures.connectionLost(failure);
        return queue.next().compose(connection -> within(end, connection, marked)
                .recover(failure -> untouched.test(failure)
                        ? queue.next().compose(another -> within(end, another, work))
                        : Future.failedFuture(failure)));
    }

    private <T> Future<T> within(long end, SqlConnection connection, Function<Tx, Future<T>> work) {
        var deadline = vertx.setTimer(Math.max(1, millisUntil(end)), expired -> Connections.cut(connection));
        return orm.future()
                .result()
                .open(connection)
                .compose(session -> commit(session, connection, work))
                .onComplete(result -> vertx.cancelTimer(deadline));
    }

    private static long millisUntil(long end) {
        return Math.max(0, (end - System.nanoTime()) / 1_000_000);
    }

    private <T> Future<T> commit(Stage.Session session, SqlConnection connection, Function<Tx, Future<T>> work) {
        var tx = new Tx(session, connection);
        // Composed, so that work that throws fails and is rolled back like any other.
        var result = session.withTransaction(
                transaction -> Future.succeededFuture(tx).compose(work).toCompletionStage());
        return Future.fromCompletionStage(result)
                .onSuccess(committed -> tx.announcements().forEach(hearer))
                .eventually(() -> Future.fromCompletionStage(session.close()));
    }
}
