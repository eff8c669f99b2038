package broadside.app;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * The keys of this database.
 *
 * @param cursor seals cursors
 */
record Secrets(byte[] cursor) {
    private static final long PAUSE_MILLIS = 500;
    private static final Sql CURSOR = Sql.of("select value from secret where name = 'cursor'");

    /** Loads them, waiting for a database that has gone away since the start began. */
    static Future<Secrets> await(Vertx vertx, Reads reads) {
        return load(reads)
                .recover(failure ->
                        failure instanceof Problem problem && problem.type().equals(ProblemType.UNAVAILABLE)
                                ? pause(vertx).compose(again -> await(vertx, reads))
                                : Future.failedFuture(failure));
    }

    private static Future<Void> pause(Vertx vertx) {
        Promise<Void> paused = Promise.promise();
        vertx.setTimer(PAUSE_MILLIS, over -> paused.complete());
        return paused.future();
    }

    static Future<Secrets> load(Reads reads) {
        return reads.first(CURSOR.with(), row -> row.getBuffer("value").getBytes())
                .map(key -> new Secrets(key.orElseThrow()));
    }
}
