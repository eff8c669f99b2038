package broadside.kit.db;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a row holds in the types records have. */
public final class Rows {
    private Rows() {}

    public static @Nullable Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** The time of a column that is never null. */
    public static Instant time(Row row, String column) {
        return Objects.requireNonNull(instant(row, column), column);
    }
}
