package broadside.app;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;

/** Removes what is kept for a time only: events for 30 days, answers to Idempotency-Keys until they expire. */
final class Housekeeping {
    private static final int BATCH = 1_000;
    private static final Sql EVENTS = Sql.of("""
            delete from event where id in (
              select id from event where at < now() - interval '30 days' order by at limit ? for update skip locked)""");
    private static final Sql ANSWERS = Sql.of("""
            delete from idempotency where scope in (
              select scope from idempotency where expires_at < now() order by expires_at limit ? for update skip locked)""");

    private final Db db;

    Housekeeping(Db db) {
        this.db = db;
    }

    Future<Void> run() {
        return sweep(EVENTS).compose(done -> sweep(ANSWERS));
    }

    private Future<Void> sweep(Sql old) {
        return db.transaction(tx -> tx.execute(old.with(BATCH)))
                .compose(rows -> rows < BATCH ? Future.succeededFuture() : sweep(old));
    }
}
