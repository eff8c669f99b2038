package broadside.series;

import broadside.kit.db.OwnedRows;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.json.JsonWriter;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.Stream;

/** Somebody's series, with the ids of the posts in them in order. */
public final class SeriesHoldings {
    private static final OwnedRows SERIES = new OwnedRows(
            "series",
            OwnedRows.LARGE,
            Sql.of("""
                    select s.account_id as owner, s.id, s.title, s.description, s.created_at, s.updated_at,
                      array(select n.post_id from series_post n where n.series_id = s.id order by n.position) as posts
                    from series s"""),
            Sql.of("where s.account_id = ?"),
            Sql.of("order by s.account_id, s.id"),
            SeriesHoldings::series);

    public static final List<OwnedRows> ALL = List.of(SERIES);

    private SeriesHoldings() {}

    private static void series(JsonWriter json, Row row) {
        json.id("id", row.getLong("id"))
                .text("title", row.getString("title"))
                .text("description", row.getString("description"))
                .moment("createdAt", Rows.instant(row, "created_at"))
                .moment("updatedAt", Rows.instant(row, "updated_at"))
                .texts(
                        "posts",
                        Stream.of(row.getArrayOfLongs("posts"))
                                .map(String::valueOf)
                                .toList());
    }
}
