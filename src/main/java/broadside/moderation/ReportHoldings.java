package broadside.moderation;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;

/** What somebody has reported and what was decided; not by whom, nor what moderators noted for themselves. */
public final class ReportHoldings {
    private static final OwnedRows REPORTS = new OwnedRows(
            "reports",
            OwnedRows.SMALL,
            Sql.of("""
                    select v.reporter_id as owner, v.id, v.subject, a.username, v.post_id, v.category, v.text, v.created_at,
                      v.resolved_at, v.decision
                    from report v join account a on a.id = v.account_id where v.reporter_id is not null"""),
            Sql.of("and v.reporter_id = ?"),
            Sql.of("order by v.reporter_id, v.id"),
            ReportHoldings::report);

    public static final List<OwnedRows> ALL = List.of(REPORTS);

    private ReportHoldings() {}

    private static void report(JsonWriter json, Row row) {
        var post = row.getLong("post_id");
        json.id("id", row.getLong("id"))
                .text("subject", row.getString("subject"))
                .text("account", row.getString("username"))
                .text("post", post == null ? null : post.toString())
                .text("category", row.getString("category"))
                .text("text", row.getString("text"))
                .moment("createdAt", Rows.instant(row, "created_at"))
                .moment("resolvedAt", Rows.instant(row, "resolved_at"))
                .text("decision", row.getString("decision"));
    }
}
