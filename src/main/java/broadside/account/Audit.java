package broadside.account;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * The log of what moderators, administrators and the command line did: an event with a reason, which is kept for good. It is
 * written in the transaction of the act, and the database refuses to change it afterwards.
 */
public final class Audit {
    private static final Sql ADD = Sql.of("""
            insert into audit (act, actor_id, subject_type, subject_id, reason, data) values (?, ?, ?, ?, ?, ?)""");

    private Audit() {}

    /**
     * Writes down an act and tells of it in the outbox.
     *
     * @param act its {@code actorId} is null where the command line acts
     */
    public static Future<Void> act(Tx tx, Event act, @Nullable String reason) {
        return Outbox.add(tx, act).compose(told -> note(tx, act, reason));
    }

    /** Writes it down alone. */
    private static Future<Void> note(Tx tx, Event act, @Nullable String reason) {
        return tx.execute(ADD.with(act.kind(), act.actorId(), act.subjectType(), act.subjectId(), reason, act.data()))
                .mapEmpty();
    }
}
