package broadside.app.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of Flyway's table, for a database that lacks some or all of them. */
final class HistoryRows {
    private static final List<String> TABLE =
            List.of("""
            create table flyway_schema_history (
              installed_rank integer not null constraint flyway_schema_history_pk primary key,
              version varchar(50),
              description varchar(200) not null,
              type varchar(20) not null,
              script varchar(1000) not null,
              checksum integer,
              installed_by varchar(100) not null,
              installed_on timestamp not null default now(),
              execution_time integer not null,
              success boolean not null
            )""", "create index flyway_schema_history_s_idx on flyway_schema_history (success)");
    private static final String EXISTS = "select 1 where to_regclass('flyway_schema_history') is not null";
    private static final String READ = """
            select version, description, type, script, checksum from flyway_schema_history
            where installed_rank <= (select installed_rank from flyway_schema_history where version = ?)
            order by installed_rank""";
    private static final String KNOWN = """
            select version, installed_by, installed_on, execution_time from flyway_schema_history
            where success and version is not null""";
    private static final String WRITE = """
            insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
              installed_by, installed_on, execution_time, success)
            values (?, ?, ?, ?, ?, ?, coalesce(?, current_user), coalesce(?, localtimestamp), coalesce(?, 0), true)""";

    private record Row(
            String version,
            String description,
            String type,
            String script,
            @Nullable Integer checksum) {}

    private record Known(String by, LocalDateTime on, int took) {}

    private HistoryRows() {}

    /** Replaces the rows by those a model has up to a version; who applied what, and when, is kept where it is known. */
    static void copy(Connection model, String version, Connection to) throws SQLException {
        var rows = read(model, version);
        to.setAutoCommit(false);
        try {
            replace(to, rows, prepare(to));
            to.commit();
        } finally {
            to.rollback();
            to.setAutoCommit(true);
        }
    }

    private static List<Row> read(Connection model, String version) throws SQLException {
        try (var statement = model.prepareStatement(READ)) {
            statement.setString(1, version);
            var rows = statement.executeQuery();
            var all = new ArrayList<Row>();
            while (rows.next()) {
                all.add(new Row(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getObject(5, Integer.class)));
            }
            return all;
        }
    }

    /** Makes the table, or empties it. */
    private static Map<String, Known> prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (statement.executeQuery(EXISTS).next()) {
                var known = known(connection);
                statement.execute("delete from flyway_schema_history");
                return known;
            }
            for (var part : TABLE) {
                statement.execute(part);
            }
            return Map.of();
        }
    }

    private static Map<String, Known> known(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(KNOWN)) {
            var all = new HashMap<String, Known>();
            while (rows.next()) {
                all.put(
                        rows.getString(1),
                        new Known(rows.getString(2), rows.getObject(3, LocalDateTime.class), rows.getInt(4)));
            }
            return all;
        }
    }

    private static void replace(Connection connection, List<Row> rows, Map<String, Known> known) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE)) {
            int rank = 0;
            for (var row : rows) {
                var before = known.get(row.version());
                statement.setInt(1, ++rank);
                statement.setString(2, row.version());
                statement.setString(3, row.description());
                statement.setString(4, row.type());
                statement.setString(5, row.script());
                statement.setObject(6, row.checksum(), java.sql.Types.INTEGER);
                statement.setString(7, before == null ? null : before.by());
                statement.setObject(8, before == null ? null : before.on(), java.sql.Types.TIMESTAMP);
                statement.setObject(9, before == null ? null : before.took(), java.sql.Types.INTEGER);
                statement.executeUpdate();
            }
        }
    }
}
