package broadside.transfer;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;

/** Private messages that were brought from elsewhere, with whoever sent and whoever got them. */
public final class MessageHoldings {
    private static final OwnedRows MESSAGES = new OwnedRows(
            "messages",
            OwnedRows.LARGE,
            Sql.of("""
                    select m.owner, m.id, m.body, m.sent_at, m.seen, s.username as sender, r.username as recipient
                    from (select sender_id as owner, * from imported_message union all
                      select recipient_id, * from imported_message where recipient_id <> sender_id) m
                    join account s on s.id = m.sender_id join account r on r.id = m.recipient_id"""),
            Sql.of("where m.owner = ?"),
            Sql.of("order by m.owner, m.id"),
            MessageHoldings::message);

    public static final List<OwnedRows> ALL = List.of(MESSAGES);

    private MessageHoldings() {}

    private static void message(JsonWriter json, Row row) {
        json.id("id", row.getLong("id"))
                .text("sender", row.getString("sender"))
                .text("recipient", row.getString("recipient"))
                .moment("sentAt", Rows.instant(row, "sent_at"))
                .flag("seen", row.getBoolean("seen"))
                .text("body", row.getString("body"));
    }
}
