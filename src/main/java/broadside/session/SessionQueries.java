package broadside.session;

import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Keyset;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;

/** Log-ins to be shown. */
final class SessionQueries {
    private static final Sql VIEW =
            Sql.of("select s.id, s.device, s.address, s.created_at, s.last_used_at from session s");
    private static final Sql BY_ID = VIEW.then(Sql.of("where s.id = ?"));
    private static final Sql OF_ACCOUNT = VIEW.then(Sql.of("where s.account_id = ? and s.expires_at > ?"));
    private static final Keyset NEWEST_FIRST = new Keyset(
            Sql.of("and (s.created_at, s.id) < (?, ?)"),
            Sql.of("and (s.created_at, s.id) > (?, ?)"),
            Sql.of("order by s.created_at desc, s.id desc limit ?"),
            Sql.of("order by s.created_at, s.id limit ?"));

    private SessionQueries() {}

    static Future<SessionView> byId(Reads reads, long id) {
        return reads.first(BY_ID.with(id), SessionQueries::view).map(found -> found.orElseThrow());
    }

    /** The log-ins of an account that last, newest first. */
    static Future<List<SessionView>> page(Reads reads, long account, Instant now, Paging.Request request) {
        return reads.list(request.window(OF_ACCOUNT.with(account, now), NEWEST_FIRST), SessionQueries::view);
    }

    private static SessionView view(Row row) {
        return new SessionView(
                row.getLong("id"),
                row.getString("device"),
                row.getString("address"),
                Rows.time(row, "created_at"),
                Rows.time(row, "last_used_at"));
    }
}
