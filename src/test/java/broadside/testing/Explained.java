package broadside.testing;

import broadside.kit.db.DatabaseAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** What PostgreSQL tells of a statement that it has run. */
public record Explained(JsonObject plan) {
    /**
     * Planned for any values and for these; what is told is the one that looked at more.
     *
     * @param values of its parameters, as SQL parted by commas
     */
    public static Explained of(DatabaseAddress database, String statement, String values) {
        return Stream.of("force_generic_plan", "force_custom_plan")
                .map(mode -> planned(mode, database, statement, values))
                .max(Comparator.comparingLong(Explained::blocks))
                .orElseThrow();
    }

    private static Explained planned(String mode, DatabaseAddress database, String statement, String values) {
        try (var connection = TestDatabase.connect(database);
                var prepared = connection.createStatement()) {
            prepared.execute("set plan_cache_mode = " + mode);
            prepared.execute("prepare seen as " + statement);
            var execute = "execute seen (" + values + ")";
            prepared.executeQuery(execute).close(); // reads what the plan needs from the catalogue
            var rows = prepared.executeQuery("explain (analyze, buffers, timing off, format json) " + execute);
            rows.next();
            return new Explained(
                    new JsonArray(rows.getString(1)).getJsonObject(0).getJsonObject("Plan"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many blocks of 8 kB it looked at. */
    public long blocks() {
        return plan.getLong("Shared Hit Blocks") + plan.getLong("Shared Read Blocks");
    }

    public int rows() {
        return plan.getNumber("Actual Rows").intValue();
    }

    /** How many rows came out of the scan of this table that brought most, in all its runs. */
    public long rowsOf(String table) {
        return rowsOf(table, plan);
    }

    private static long rowsOf(String table, JsonObject part) {
        double own = table.equals(part.getString("Relation Name"))
                ? part.getDouble("Actual Rows") * part.getLong("Actual Loops")
                : 0;
        return part.getJsonArray("Plans", new JsonArray()).stream()
                .mapToLong(inner -> rowsOf(table, (JsonObject) inner))
                .reduce(Math.round(own), Math::max);
    }

    public boolean uses(String index) {
        return text().contains("\"Index Name\":\"" + index + "\"");
    }

    public String text() {
        return plan.encode();
    }
}
