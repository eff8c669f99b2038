package broadside.kit.mail;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox. A mail is leased before it is carried and removed after, so that a crash between the two sends it
 * twice rather than never; each failure doubles the time to the next try, for two days.
 */
public final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int TRIES = 16;

    private static final Sql LEASE = Sql.of("""
            update mail set attempts = attempts + 1, due_at = now() + least(interval '30 seconds' * power(2, attempts), interval '6 hours')
            where id = (select id from mail where due_at <= now() and attempts < ? order by due_at limit 1 for update skip locked)
            returning id, recipient, subject, body""");
    private static final Sql SENT = Sql.of("delete from mail where id = ?");
    private static final Sql FAILED = Sql.of("update mail set failure = left(?, 500) where id = ?");

    private static final Sql WAITING = Sql.of("""
            select count(*) as mails, greatest(0, coalesce(extract(epoch from now() - min(due_at)), 0))::float8 as overdue
            from mail where attempts < ?""");

    private final Db db;
    private final Carrier carrier;
    private final String from;

    public Delivery(Db db, Carrier carrier, String from) {
        this.db = db;
        this.carrier = carrier;
        this.from = from;
    }

    /**
     * Mails to be sent, those to be tried again among them.
     *
     * @param overdue seconds since the first of them should have been sent
     */
    public record Waiting(long mails, double overdue) {}

    private record Leased(long id, Mail mail) {}

    /** Carries one mail after the other until none is due. */
    public Future<Void> deliver() {
        return lease().compose(leased -> leased.isEmpty()
                ? Future.succeededFuture()
                : carry(leased.get()).compose(done -> deliver()));
    }

    public Future<Waiting> waiting() {
        return db.transaction(tx -> tx.first(
                        WAITING.with(TRIES), row -> new Waiting(row.getLong("mails"), row.getDouble("overdue"))))
                .map(Optional::orElseThrow);
    }

    private Future<Optional<Leased>> lease() {
        return db.transaction(tx -> tx.first(LEASE.with(TRIES), Delivery::leased));
    }

    private static Leased leased(Row row) {
        return new Leased(
                row.getLong("id"),
                new Mail(row.getString("recipient"), row.getString("subject"), row.getString("body")));
    }

    private Future<Integer> carry(Leased leased) {
        return carrier.carry(from, leased.mail()).transform(result -> {
            if (result.failed()) {
                LOG.warn(
                        "Mail {} could not be sent and is tried again: {}",
                        leased.id(),
                        result.cause().toString());
            }
            var statement = result.succeeded()
                    ? SENT.with(leased.id())
                    : FAILED.with(result.cause().toString(), leased.id());
            return db.transaction(tx -> tx.execute(statement));
        });
    }
}
