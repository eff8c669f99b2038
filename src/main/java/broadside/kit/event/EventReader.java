package broadside.kit.event;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * Reads events in an order in which none is ever missed. Ids are given out before commits, so a reader that remembers an id
 * passes over what commits late; transactions older than every open one can no longer bring anything.
 */
public final class EventReader {
    private static final int BATCH = 500;
    private static final Sql SEEN = Sql.of("select pg_snapshot_xmin(pg_current_snapshot())::text as xid");
    /** Ordered by the column, not by the text of the same name that is selected: 100 comes after 99. */
    private static final Sql AFTER = Sql.of("""
            select e.xid::text as xid, e.id, e.kind, e.actor_id, e.subject_type, e.subject_id, e.data from event e
            where (e.xid, e.id) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
            order by e.xid, e.id limit ?""");

    private static final Sql LAG = Sql.of("""
            select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as lag from event e
            where (e.xid, e.id) > (?::text::xid8, ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())""");

    private final Reads reads;

    public EventReader(Reads reads) {
        this.reads = reads;
    }

    /** Where a reader stands: the last event it saw. */
    public record Mark(String xid, long id) {
        public static final Mark BEGINNING = new Mark("0", 0);
    }

    /** An event and its mark. */
    public record Seen(Mark mark, Event event) {}

    /** Where somebody stands who has seen everything that is finished now. */
    public Future<Mark> now() {
        return reads.first(SEEN.with(), row -> new Mark(row.getString("xid"), 0))
                .map(mark -> mark.orElseThrow());
    }

    /** The next events after a mark, oldest first, at most {@value #BATCH}. */
    public Future<List<Seen>> after(Mark mark) {
        return reads.list(AFTER.with(mark.xid(), mark.id(), BATCH), EventReader::seen);
    }

    /** How old the oldest event after a mark is, in seconds; 0 where there is none. */
    public Future<Double> lag(Mark mark) {
        return reads.first(LAG.with(mark.xid(), mark.id()), row -> row.getDouble("lag"))
                .map(lag -> lag.orElse(0.0));
    }

    private static Seen seen(Row row) {
        var data = row.getJsonObject("data");
        var event = new Event(
                row.getString("kind"),
                row.getLong("actor_id"),
                row.getString("subject_type"),
                row.getLong("subject_id"),
                data == null ? new JsonObject() : data);
        return new Seen(new Mark(row.getString("xid"), row.getLong("id")), event);
    }
}
