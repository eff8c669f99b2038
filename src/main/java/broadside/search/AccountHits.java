package broadside.search;

import broadside.account.AccountSummary;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People by how their names begin, or nearly so. */
final class AccountHits {
    private static final Sql BEST = Sql.of("""
            select a.id, a.username, a.display_name, a.avatar_url, a.email
            from search_accounts(?) h join visible_account(?) a on a.id = h.account_id
            join account_stat s on s.account_id = a.id
            order by h.score desc, s.followers desc, a.id limit ?""");

    private AccountHits() {}

    static Future<List<AccountSummary>> best(Reads reads, String typed, @Nullable Long viewer, int limit) {
        return reads.list(BEST.with(typed, viewer, limit), row -> AccountSummary.of(row, row.getLong("id")));
    }
}
