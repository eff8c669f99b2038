package broadside.follow;

import broadside.account.AccountSummary;
import broadside.kit.db.Rows;
import io.vertx.sqlclient.Row;
import java.time.Instant;

/** Somebody in a list, and since when she is in it. */
record Person(AccountSummary account, Instant since) {
    static Person of(Row row) {
        return new Person(AccountSummary.of(row, row.getLong("id")), Rows.time(row, "since"));
    }
}
