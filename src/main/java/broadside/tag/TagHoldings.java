package broadside.tag;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import java.util.List;

/** The tags that somebody follows. */
public final class TagHoldings {
    private static final OwnedRows FOLLOWED = new OwnedRows(
            "followed-tags",
            OwnedRows.SMALL,
            Sql.of("select t.account_id as owner, t.tag, t.created_at from tag_follow t"),
            Sql.of("where t.account_id = ?"),
            Sql.of("order by t.account_id, t.id"),
            (json, row) -> json.text("tag", row.getString("tag")).moment("at", Rows.instant(row, "created_at")));

    public static final List<OwnedRows> ALL = List.of(FOLLOWED);

    private TagHoldings() {}
}
