package broadside.moderation;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Paging.Request;
import broadside.moderation.ReportView.Outcome;
import broadside.post.PostQueries;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports as moderators see them: whoever blocked or muted whom, and hidden posts with the rest. */
final class ReportQueries {
    private static final Sql VIEW = PostQueries.COLUMNS.then(Sql.of("""
                    , v.id as report_id, v.subject, v.category, v.text as report_text, v.created_at as reported_at,
                      v.resolved_at, v.decision, v.note,
                      w.id as reporter_id, w.username as reporter_username, w.display_name as reporter_display_name,
                      w.avatar_url as reporter_avatar_url, w.email as reporter_email,
                      o.id as reported_id, o.username as reported_username, o.display_name as reported_display_name,
                      o.avatar_url as reported_avatar_url, o.email as reported_email,
                      j.id as resolver_id, j.username as resolver_username, j.display_name as resolver_display_name,
                      j.avatar_url as resolver_avatar_url, j.email as resolver_email
                    from (select ?::bigint as id) as viewer cross join report v
                    join account o on o.id = v.account_id
                    left join account w on w.id = v.reporter_id
                    left join account j on j.id = v.resolver_id
                    left join post p on p.id = v.post_id and p.status = 'published'
                    left join account a on a.id = p.author_id
                    left join post_stat s on s.post_id = p.id
                    where true"""));
    private static final Sql ONE = Sql.of("and v.id = ?");
    private static final Sql OPEN = Sql.of("and v.resolved_at is null");
    private static final Sql RESOLVED = Sql.of("and v.resolved_at is not null");
    private static final Sql CATEGORY = Sql.of("and v.category = ?");
    private static final Keyset KEYSET = new Keyset(
            Sql.of("and (v.created_at, v.id) < (?, ?)"),
            Sql.of("and (v.created_at, v.id) > (?, ?)"),
            Sql.of("order by v.created_at desc, v.id desc limit ?"),
            Sql.of("order by v.created_at, v.id limit ?"));

    private ReportQueries() {}

    static Future<Optional<ReportView>> byId(Reads reads, long id, long judge) {
        return reads.first(VIEW.with(judge).and(ONE, id), ReportQueries::report);
    }

    static Future<List<ReportView>> page(
            Reads reads, @Nullable ReportState state, @Nullable Category category, Request page, long judge) {
        var query = of(VIEW.with(judge), state).andIf(category == null ? null : category.word(), CATEGORY);
        return reads.list(page.window(query, KEYSET), ReportQueries::report);
    }

    private static Statement of(Statement query, @Nullable ReportState state) {
        if (state == null) {
            return query;
        }
        return switch (state) {
            case OPEN -> query.and(OPEN);
            case RESOLVED -> query.and(RESOLVED);
        };
    }

    private static ReportView report(Row row) {
        return new ReportView(
                row.getLong("report_id"),
                row.getString("subject"),
                row.getString("category"),
                row.getString("report_text"),
                Rows.time(row, "reported_at"),
                AccountSummary.maybe(row, "reporter_"),
                Objects.requireNonNull(AccountSummary.maybe(row, "reported_")),
                row.getLong("id") == null ? null : PostQueries.view(row),
                outcome(row));
    }

    private static @Nullable Outcome outcome(Row row) {
        var at = Rows.instant(row, "resolved_at");
        return at == null
                ? null
                : new Outcome(
                        row.getString("decision"), row.getString("note"), AccountSummary.maybe(row, "resolver_"), at);
    }
}
