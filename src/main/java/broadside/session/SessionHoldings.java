package broadside.session;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;

/** When and where somebody logged in, and what tokens she made; no secret, and no hash of one. */
public final class SessionHoldings {
    private static final OwnedRows SESSIONS = new OwnedRows(
            "sessions",
            OwnedRows.SMALL,
            Sql.of("""
                    select s.account_id as owner, s.id, s.device, s.address, s.created_at, s.last_used_at, s.expires_at
                    from session s"""),
            Sql.of("where s.account_id = ?"),
            Sql.of("order by s.account_id, s.id"),
            SessionHoldings::session);

    private static final OwnedRows TOKENS = new OwnedRows(
            "tokens",
            OwnedRows.SMALL,
            Sql.of("""
                    select t.account_id as owner, t.id, t.name, t.scopes, t.created_at, t.last_used_at, t.expires_at
                    from personal_token t"""),
            Sql.of("where t.account_id = ?"),
            Sql.of("order by t.account_id, t.id"),
            SessionHoldings::token);

    private static final OwnedRows PASSWORDS = new OwnedRows(
            "passwords",
            OwnedRows.SMALL,
            Sql.of("select p.account_id as owner, p.changed_at from password p"),
            Sql.of("where p.account_id = ?"),
            Sql.of("order by p.account_id"),
            (json, row) -> json.moment("changedAt", Rows.instant(row, "changed_at")));

    public static final List<OwnedRows> ALL = List.of(SESSIONS, TOKENS, PASSWORDS);

    private SessionHoldings() {}

    private static void session(JsonWriter json, Row row) {
        json.id("id", row.getLong("id"))
                .text("device", row.getString("device"))
                .text("address", row.getString("address"));
        times(json, row);
    }

    private static void token(JsonWriter json, Row row) {
        json.id("id", row.getLong("id"))
                .text("name", row.getString("name"))
                .texts("scopes", List.of(row.getArrayOfStrings("scopes")));
        times(json, row);
    }

    private static void times(JsonWriter json, Row row) {
        json.moment("createdAt", Rows.instant(row, "created_at"))
                .moment("lastUsedAt", Rows.instant(row, "last_used_at"))
                .moment("expiresAt", Rows.instant(row, "expires_at"));
    }
}
