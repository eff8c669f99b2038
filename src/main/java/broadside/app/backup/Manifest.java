package broadside.app.backup;

import broadside.kit.problem.StartupFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backup says of itself.
 *
 * @param program   the version of the program that made it
 * @param schema    the version of the schema, such as 024
 * @param tables    in an order in which they can be filled
 * @param sequences the next number of each
 */
record Manifest(Instant at, String program, String schema, List<Table> tables, Map<String, Long> sequences) {
    static final String ENTRY = "manifest.json";
    private static final String FORMAT = "broadside-backup";
    private static final int VERSION = 1;

    /**
     * The rows of a table.
     *
     * @param columns those that are in the file
     * @param rows    how many
     * @param sha256  of the rows as {@code COPY} writes them, in hexadecimal digits
     */
    record Table(String name, List<String> columns, long rows, String sha256) {
        String entry() {
            return "tables/" + name + ".copy";
        }

        private JsonObject json() {
            return new JsonObject()
                    .put("name", name)
                    .put("columns", new JsonArray(columns))
                    .put("rows", rows)
                    .put("sha256", sha256);
        }

        private static Table read(JsonObject json) {
            return new Table(
                    Objects.requireNonNull(json.getString("name")),
                    texts(json.getJsonArray("columns")),
                    json.getLong("rows"),
                    Objects.requireNonNull(json.getString("sha256")));
        }

        private static List<String> texts(JsonArray array) {
            return array.stream().map(String.class::cast).toList();
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    String text() {
        return new JsonObject()
                .put("format", FORMAT)
                .put("formatVersion", VERSION)
                .put("at", at.toString())
                .put("program", program)
                .put("schema", schema)
                .put("tables", new JsonArray(tables.stream().map(Table::json).toList()))
                .put("sequences", new JsonObject(new TreeMap<String, Object>(sequences)))
                .encodePrettily();
    }

    /** @throws StartupFailure when it is not one this program can read */
    static Manifest read(String text) {
        try {
            var json = new JsonObject(text);
            if (!FORMAT.equals(json.getString("format"))) {
                throw new StartupFailure("The file is not a backup of Broadside.");
            }
            if (json.getInteger("formatVersion") > VERSION) {
                throw new StartupFailure("The backup was made by Broadside " + json.getString("program")
                        + " in a format that this program does not know: restore it with that program.");
            }
            return new Manifest(
                    Instant.parse(json.getString("at")),
                    json.getString("program"),
                    json.getString("schema"),
                    json.getJsonArray("tables").stream()
                            .map(table -> Table.read((JsonObject) table))
                            .toList(),
                    json.getJsonObject("sequences").stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, next -> ((Number) next.getValue()).longValue())));
        } catch (DecodeException | ClassCastException | NullPointerException | java.time.DateTimeException wrong) {
            throw new StartupFailure("The backup is damaged: its manifest cannot be read.", wrong);
        }
    }
}
