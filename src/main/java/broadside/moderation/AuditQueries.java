package broadside.moderation;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;

/** The log of what was done in charge, to be shown. */
final class AuditQueries {
    private static final Sql ALL = Sql.of("""
            select l.id, l.at, l.act, l.actor_id, l.subject_type, l.subject_id, l.reason, l.data ->> 'role' as role,
              a.id as by_id, a.username as by_username, a.display_name as by_display_name,
              a.avatar_url as by_avatar_url, a.email as by_email
            from audit l left join account a on a.id = l.actor_id and a.closed_at is null where true""");
    private static final Keyset KEYSET = new Keyset(
            Sql.of("and (l.at, l.id) < (?, ?)"),
            Sql.of("and (l.at, l.id) > (?, ?)"),
            Sql.of("order by l.at desc, l.id desc limit ?"),
            Sql.of("order by l.at, l.id limit ?"));

    private AuditQueries() {}

    static Future<List<ActView>> page(Reads reads, Request page) {
        return reads.list(page.window(ALL.with(), KEYSET), AuditQueries::act);
    }

    private static ActView act(Row row) {
        return new ActView(
                row.getLong("id"),
                Rows.time(row, "at"),
                row.getString("act"),
                row.getLong("actor_id"),
                AccountSummary.maybe(row, "by_"),
                row.getString("subject_type"),
                row.getLong("subject_id"),
                row.getString("reason"),
                row.getString("role"));
    }
}
