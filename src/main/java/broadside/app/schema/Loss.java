package broadside.app.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What taking migrations back would lose. Nothing is guessed from their text: they are run, looked at and rolled back, and then the
 * rows are counted of what was gone, with writers kept out until the transaction ends.
 *
 * @param what a table, or a column as table.column
 */
public record Loss(String what, long rows) {
    private static final String COLUMNS = """
            select a.attrelid::bigint || '/' || a.attnum || '/' || a.atttypid, quote_ident(c.relname), quote_ident(a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
              and a.attnum > 0 and not a.attisdropped and c.relname not in ('flyway_schema_history', 'schema_undo')
            order by c.relname, a.attnum""";
    private static final String TABLES = """
            select c.oid::bigint::text, quote_ident(c.relname), ''
            from pg_class c
            where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
              and c.relname not in ('flyway_schema_history', 'schema_undo')
            order by c.relname""";
    private static final String CHANGED = """
            select relid::bigint::text, quote_ident(relname), n_tup_upd + n_tup_del
            from pg_stat_xact_user_tables
            where schemaname = current_schema() and n_tup_upd + n_tup_del > 0
              and relname not in ('flyway_schema_history', 'schema_undo')
            order by relname""";

    private record Column(String table, String name) {}

    @Override
    public String toString() {
        return rows + (rows == 1 ? " row of " : " rows of ") + what;
    }

    /** Runs the scripts in the transaction of the connection, which is as it was afterwards. */
    static List<Loss> of(Connection connection, List<Script> scripts) throws SQLException {
        var tables = read(connection, TABLES);
        var columns = read(connection, COLUMNS);
        var before = changes(connection);
        var start = connection.setSavepoint();
        for (var script : scripts) {
            script.run(connection);
        }
        var changed = changes(connection);
        tables.keySet().removeAll(read(connection, TABLES).keySet());
        columns.keySet().removeAll(read(connection, COLUMNS).keySet());
        connection.rollback(start);
        return count(connection, tables, columns, before, changed);
    }

    private static List<Loss> count(
            Connection connection,
            Map<String, Column> tables,
            Map<String, Column> columns,
            Map<String, Long> before,
            Map<String, Long> changed)
            throws SQLException {
        var losses = new ArrayList<Loss>();
        var gone = tables.values().stream().map(Column::table).toList();
        for (var table : gone) {
            losses.add(new Loss(table, rows(connection, table, "true")));
        }
        for (var column : columns.values()) {
            if (!gone.contains(column.table())) {
                long rows = rows(connection, column.table(), column.name() + " is not null");
                losses.add(new Loss(column.table() + "." + column.name(), rows));
            }
        }
        changed.forEach((table, rows) -> {
            if (!gone.contains(table)) {
                losses.add(new Loss(table + ", changed", rows - before.getOrDefault(table, 0L)));
            }
        });
        return losses.stream().filter(loss -> loss.rows() > 0).toList();
    }

    private static long rows(Connection connection, String table, String condition) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in share row exclusive mode");
            try (var row = statement.executeQuery("select count(*) from " + table + " where " + condition)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Map<String, Column> read(Connection connection, String question) throws SQLException {
        var found = new java.util.LinkedHashMap<String, Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                found.put(rows.getString(1), new Column(rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static Map<String, Long> changes(Connection connection) throws SQLException {
        var found = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CHANGED)) {
            while (rows.next()) {
                found.put(rows.getString(2), rows.getLong(3));
            }
        }
        return found;
    }
}
