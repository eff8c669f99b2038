package broadside.kit.event;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;
import java.util.List;

/** Where changes leave their events. */
public final class Outbox {
    /** The channel whose notifications say that there is something to read, and no more than that. */
    public static final String CHANNEL = "broadside_event";

    /** Begins what adds events from within a larger statement: columns kind, actor, subject's type and id, data follow. */
    public static final Sql INSERT = Sql.of("insert into event (kind, actor_id, subject_type, subject_id, data)");

    /** Ends it. */
    public static final Sql NOTIFY = Sql.of("returning pg_notify('broadside_event', '')");

    private static final Sql ADD = Sql.of("""
            with added as (
              insert into event (kind, actor_id, subject_type, subject_id, data) values (?, ?, ?, ?, ?)
            )
            select pg_notify('broadside_event', '')""");

    private static final Sql ADD_EACH = Sql.of("""
            with added as (
              insert into event (kind, actor_id, subject_type, subject_id, data)
              select ?, ?, ?, subject_id, ? from unnest(?::bigint[]) as subject_id
            )
            select pg_notify('broadside_event', '')""");

    private Outbox() {}

    public static Future<Void> add(Tx tx, Event event) {
        tx.announce(event);
        return tx.execute(ADD.with(event.kind(), event.actorId(), event.subjectType(), event.subjectId(), event.data()))
                .mapEmpty();
    }

    /** The same of each of these subjects, in one statement. */
    public static Future<Void> addEach(Tx tx, Event event, List<Long> subjects) {
        if (subjects.isEmpty()) {
            return Future.succeededFuture();
        }
        tx.announce(event);
        var ids = subjects.toArray(Long[]::new);
        return tx.execute(ADD_EACH.with(event.kind(), event.actorId(), event.subjectType(), event.data(), ids))
                .mapEmpty();
    }
}
