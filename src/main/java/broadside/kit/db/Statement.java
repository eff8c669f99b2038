package broadside.kit.db;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL and the values of its parameters, put together piece by piece. */
public final class Statement {
    private final List<@Nullable Object> values = new ArrayList<>();
    private Sql sql;

    Statement(Sql sql, @Nullable Object... values) {
        this.sql = sql;
        add(sql, values);
    }

    /** Adds a piece; its question marks take these values in order. */
    public Statement and(Sql piece, @Nullable Object... more) {
        sql = sql.then(piece);
        add(piece, more);
        return this;
    }

    private void add(Sql piece, @Nullable Object... more) {
        if (piece.values() != more.length) {
            throw new IllegalArgumentException(more.length + " values for: " + piece.text());
        }
        for (var value : more) {
            values.add(stored(value));
        }
    }

    /** The driver knows times with a zone only. */
    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
    }

    /** Adds a piece that has one value, only where there is a value. */
    public Statement andIf(@Nullable Object value, Sql piece) {
        return value == null ? this : and(piece, value);
    }

    String text() {
        return sql.numbered();
    }

    /** The rows of an answer to it, each as one of these. */
    <T> List<T> records(RowSet<Row> rows, Function<Row, T> record) {
        var positions = sql.positions(rows.columnsNames());
        var all = new ArrayList<T>(rows.size());
        for (Row row : rows) {
            all.add(record.apply(new NamedRow(row, positions)));
        }
        return all;
    }

    Tuple values() {
        return Tuple.wrap(values);
    }
}
