package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a query and makes a record of each row. Queries take it, so that they serve both inside and outside a transaction. */
public interface Reads {
    <T> Future<List<T>> list(Statement statement, Function<Row, T> record);

    /** The first row, if there is one. */
    default <T> Future<Optional<T>> first(Statement statement, Function<Row, T> record) {
        return list(statement, record).map(rows -> rows.stream().findFirst());
    }
}
