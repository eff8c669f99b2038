package broadside.kit.db;

import broadside.kit.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs to somebody, to be read whole: rows that have the owner's id in the column {@code owner}, in its order.
 *
 * @param name    of the list, in the plural, fit for a file name
 * @param page    how many are fetched at once
 * @param all     what reads everybody's
 * @param one     what follows it to read one owner's, whose id is its value
 * @param order   what follows in the end
 * @param encoder writes the members of a row
 */
public record OwnedRows(String name, int page, Sql all, Sql one, Sql order, BiConsumer<JsonWriter, Row> encoder) {
    /** Rows so small that many are fetched at once. */
    public static final int SMALL = 500;

    /** Rows that may have long texts. */
    public static final int LARGE = 20;

    /** A row as JSON. */
    public record Line(long owner, Buffer json) {}

    /** @param owner null: everybody */
    public Statement of(@Nullable Long owner) {
        return all.with().andIf(owner, one).and(order);
    }

    public Line line(Row row) {
        return new Line(row.getLong("owner"), JsonWriter.object(json -> encoder.accept(json, row)));
    }
}
