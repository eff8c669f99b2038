package broadside.upgrade;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is in a database: of each table its columns and its rows, each row as PostgreSQL writes it.
 *
 * @param columns of each table, in their order
 */
record Rows(Map<String, List<String>> columns, Map<String, List<String>> rows) {
    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
              and c.relname !~ '^(flyway|schema)_'
            order by 1, a.attnum""";

    static Rows of(DatabaseAddress database) {
        var columns = new TreeMap<String, List<String>>();
        pairs(database, COLUMNS).forEach(pair -> columns.computeIfAbsent(pair.get(0), table -> new ArrayList<>())
                .add(pair.get(1)));
        return of(database, columns);
    }

    List<String> rowsOf(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The same columns of the same tables in another database. */
    Rows in(DatabaseAddress database) {
        return of(database, columns);
    }

    private static Rows of(DatabaseAddress database, Map<String, List<String>> columns) {
        var rows = new TreeMap<String, List<String>>();
        columns.forEach((table, names) -> rows.put(table, texts(database, table, names)));
        return new Rows(columns, rows);
    }

    private static List<String> texts(DatabaseAddress database, String table, List<String> names) {
        var list = names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return pairs(database, "select row(" + list + ")::text, '' from \"" + table + "\" order by 1").stream()
                .map(pair -> pair.get(0))
                .toList();
    }

    private static List<List<String>> pairs(DatabaseAddress database, String query) {
        try (var connection = TestDatabase.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                all.add(List.of(rows.getString(1), rows.getString(2)));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
