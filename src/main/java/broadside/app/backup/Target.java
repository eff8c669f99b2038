package broadside.app.backup;

import broadside.app.schema.Jdbc;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The database that is filled, by its owner, who needs to be nothing more: triggers of ours rest meanwhile, since what they would write
 * is in the backup; constraints do not, so tables come in the order in which they refer to each other.
 */
final class Target {
    /** What a migration puts there by itself. */
    private static final String FROM_MIGRATIONS = "secret";

    private static final List<String> SETTINGS = List.of(
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0",
            "set local lock_timeout = '10s'");

    private final DatabaseAddress address;
    private final BackupFile file;

    Target(DatabaseAddress address, BackupFile file) {
        this.address = address;
        this.file = file;
    }

    /** A table with rows. */
    static Optional<String> filled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : Layout.of(connection).columns().keySet()) {
                try (var found = statement.executeQuery("select 1 from " + Layout.quoted(table) + " limit 1")) {
                    if (!table.equals(FROM_MIGRATIONS) && found.next()) {
                        return Optional.of(table);
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** All of it or nothing: a connection that is left before it has committed leaves nothing behind. */
    void fill(boolean replace, Watcher.Source source) {
        Jdbc.with(address, connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                fill(connection, statement, replace, source);
                connection.commit();
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void fill(Connection connection, Statement statement, boolean replace, Watcher.Source source)
            throws SQLException, IOException {
        for (var setting : SETTINGS) {
            statement.execute(setting);
        }
        var layout = Layout.of(connection);
        requireSame(layout);
        statement.execute("lock table " + layout.names() + " in access exclusive mode");
        var filled = replace ? Optional.<String>empty() : filled(connection);
        if (filled.isPresent()) {
            throw new StartupFailure("The database has rows already (table " + filled.get()
                    + "): restore into an empty one, or with --replace instead of what is there.");
        }
        triggers(statement, layout, "disable");
        statement.execute("truncate " + layout.names());
        rows(connection, source);
        triggers(statement, layout, "enable");
        sequences(statement);
    }

    private void requireSame(Layout layout) {
        var written = file.manifest().tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::columns));
        if (!written.equals(layout.columns())) {
            var differing = layout.columns().entrySet().stream()
                    .filter(table -> !table.getValue().equals(written.get(table.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            throw new StartupFailure("The backup is of other tables than the schema has at its version"
                    + (differing.isEmpty() ? "." : ": " + differing + "."));
        }
    }

    private static void triggers(Statement statement, Layout layout, String verb) throws SQLException {
        for (var table : layout.columns().keySet()) {
            statement.execute("alter table " + Layout.quoted(table) + " " + verb + " trigger user");
        }
    }

    private void rows(Connection connection, Watcher.Source source) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var watcher = source.watch("restore", file.manifest().rows())) {
            for (var table : file.manifest().tables()) {
                var copy = "copy " + Layout.quoted(table.name()) + " " + Layout.quoted(table.columns()) + " from stdin";
                try (var in = file.rows(table)) {
                    long rows = copies.copyIn(copy, in);
                    requireAll(table, rows);
                    watcher.step(rows);
                }
            }
        }
    }

    private static void requireAll(Manifest.Table table, long rows) {
        if (rows != table.rows()) {
            throw new StartupFailure("Of " + table.rows() + " rows of " + table.name() + " only " + rows
                    + " arrived: nothing was restored.");
        }
    }

    /** By a statement that is taken back with the transaction, unlike {@code setval}. */
    private void sequences(Statement statement) throws SQLException {
        for (var next : file.manifest().sequences().entrySet()) {
            statement.execute("alter sequence " + Layout.quoted(next.getKey()) + " restart with " + next.getValue());
        }
    }

    /** Without it the first questions would be planned for empty tables. */
    void analyze() {
        Jdbc.with(address, connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("analyze " + Layout.of(connection).names());
            }
        });
    }
}
