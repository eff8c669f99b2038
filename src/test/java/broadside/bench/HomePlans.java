package broadside.bench;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;

/** How many blocks of 8 kB PostgreSQL looks at for the first page of home, and for how long. */
record HomePlans(DatabaseAddress database, String statement) {
    String of(long viewer) {
        try (var connection = TestDatabase.connect(database);
                var prepared = connection.createStatement()) {
            prepared.execute("prepare home as " + statement);
            var execute = "execute home (%d, null, null, null, 21, %d, %d)".formatted(viewer, viewer, viewer);
            prepared.executeQuery(execute).close(); // reads what the plan needs from the catalogue
            var rows = prepared.executeQuery("explain (analyze, buffers, timing off, format json) " + execute);
            rows.next();
            return tell(new JsonArray(rows.getString(1)).getJsonObject(0));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String tell(JsonObject explained) {
        var plan = explained.getJsonObject("Plan");
        return "%,d blocks (%,d from outside the cache), %d rows, %.1f ms"
                .formatted(
                        plan.getLong("Shared Hit Blocks") + plan.getLong("Shared Read Blocks"),
                        plan.getLong("Shared Read Blocks"),
                        plan.getNumber("Actual Rows").longValue(),
                        explained.getDouble("Execution Time"));
    }
}
