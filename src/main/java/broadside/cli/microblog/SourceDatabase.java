package broadside.cli.microblog;

import broadside.cli.intake.Moment;
import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The database of another program, read and never written. */
final class SourceDatabase implements AutoCloseable {
    private static final String MARIADB = "jdbc:mariadb:";

    private final SourceAddress address;
    private final Connection connection;
    private final Map<String, Set<String>> tables;

    private SourceDatabase(SourceAddress address, Connection connection) throws SQLException {
        this.address = address;
        this.connection = connection;
        this.tables = tables(connection);
    }

    /** Fails with one line for people when it cannot be opened. */
    static SourceDatabase open(SourceAddress address) {
        try {
            return of(address, connect(address));
        } catch (SQLException | LinkageError failure) {
            throw new StartupFailure("The source " + address + " cannot be opened: " + line(failure), failure);
        }
    }

    /** By hand: the jar announces PostgreSQL's driver only, so that a program that serves never loads another. */
    private static Connection connect(SourceAddress address) throws SQLException {
        var url = address.url();
        if (url.startsWith("jdbc:sqlite:")) {
            return org.sqlite.JDBC.createConnection(url, address.properties());
        }
        return url.startsWith(MARIADB)
                ? new org.mariadb.jdbc.Driver().connect(url, address.properties())
                : DriverManager.getConnection(url, address.properties());
    }

    private static SourceDatabase of(SourceAddress address, Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
            if (address.url().startsWith(MARIADB)) {
                // So that names are quoted as everywhere else.
                connection.createStatement().execute("set session sql_mode = 'ANSI_QUOTES'");
            }
            return new SourceDatabase(address, connection);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Map<String, Set<String>> tables(Connection connection) throws SQLException {
        var tables = new TreeMap<String, Set<String>>();
        try (var columns =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                tables.computeIfAbsent(columns.getString("TABLE_NAME"), name -> new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME"));
            }
        }
        return tables;
    }

    /** The columns of each table. */
    Map<String, Set<String>> tables() {
        return tables;
    }

    Set<String> columns(String table) {
        return tables.getOrDefault(table, Set.of());
    }

    boolean has(String table, String... columns) {
        return columns(table).containsAll(Set.of(columns));
    }

    /** Makes a record of a row. */
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** @param sql of names known here and question marks */
    <R> List<R> list(String sql, Reader<R> reader, long... values) {
        try (var statement = connection.prepareStatement(sql)) {
            return list(statement, reader, values);
        } catch (SQLException failure) {
            throw new StartupFailure(
                    "The source " + address + " cannot be read: " + line(failure)
                            + " What was brought so far is kept: run the command again to go on.",
                    failure);
        }
    }

    private static <R> List<R> list(PreparedStatement statement, Reader<R> reader, long... values) throws SQLException {
        for (int number = 0; number < values.length; number++) {
            statement.setLong(number + 1, values[number]);
        }
        var rows = new ArrayList<R>();
        try (var found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(reader.read(found));
            }
        }
        return rows;
    }

    long count(String table) {
        return list("select count(*) from \"" + table + "\"", row -> row.getLong(1))
                .get(0);
    }

    /** A time for each id: the first two columns of a query. */
    Map<Long, Instant> times(String sql) {
        var times = new HashMap<Long, Instant>();
        list(sql, row -> Map.entry(row.getLong(1), String.valueOf(row.getString(2))))
                .forEach(entry -> Moment.parse(entry.getValue()).ifPresent(time -> times.put(entry.getKey(), time)));
        return times;
    }

    private static String line(Throwable failure) {
        var told = String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return told.endsWith(".") ? told : told + ".";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Nothing was written; there is nothing to lose.
        }
    }
}
