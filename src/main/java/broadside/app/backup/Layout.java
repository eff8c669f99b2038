package broadside.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a schema with the columns that hold something of their own: not those PostgreSQL computes, and no numbers of
 * transactions, which mean nothing in another cluster. The history of the schema is not among them: each database has its own.
 */
final class Layout {
    private static final String OURS = """
            c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
              and c.relname not in ('flyway_schema_history', 'schema_undo')""";
    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where %s and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
            order by c.relname, a.attnum""".formatted(OURS);
    private static final String REFERENCES = """
            select c.relname, r.relname
            from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
            where f.contype = 'f' and f.conrelid <> f.confrelid and %s""".formatted(OURS);
    private static final String SEQUENCES = """
            select sequencename, coalesce(last_value + increment_by, start_value) from pg_sequences
            where schemaname = current_schema()""";
    private static final String ROWS =
            "select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint::text from pg_class c where " + OURS;
    private static final String VERSION = """
            select version from flyway_schema_history where success and version is not null
            order by installed_rank desc limit 1""";

    private final Map<String, List<String>> columns;

    private Layout(Map<String, List<String>> columns) {
        this.columns = columns;
    }

    /** Tables stand after those they refer to. */
    static Layout of(Connection connection) throws SQLException {
        var columns = pairs(connection, COLUMNS);
        var references = pairs(connection, REFERENCES);
        var ordered = new LinkedHashMap<String, List<String>>();
        for (var table : order(columns.keySet(), references)) {
            ordered.put(table, columns.get(table));
        }
        return new Layout(ordered);
    }

    private static Set<String> order(Set<String> tables, Map<String, List<String>> references) {
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < tables.size()) {
            var next = tables.stream()
                    .filter(table ->
                            !ordered.contains(table) && ordered.containsAll(references.getOrDefault(table, List.of())))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + tables);
            }
            ordered.addAll(next);
        }
        return ordered;
    }

    private static Map<String, List<String>> pairs(Connection connection, String question) throws SQLException {
        var found = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), first -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return found;
    }

    Map<String, List<String>> columns() {
        return columns;
    }

    /** All tables, to be put into a statement. */
    String names() {
        return columns.keySet().stream().map(Layout::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Layout::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The next number of each sequence. */
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        return pairs(connection, SEQUENCES).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        found -> Long.valueOf(found.getValue().get(0))));
    }

    /** About how many rows there are. */
    static long rows(Connection connection) throws SQLException {
        return Long.parseLong(first(connection, ROWS));
    }

    static String version(Connection connection) throws SQLException {
        return first(connection, VERSION);
    }

    private static String first(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
