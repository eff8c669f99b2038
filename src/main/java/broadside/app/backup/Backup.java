package broadside.app.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.app.schema.Jdbc;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Writes all there is at one moment into a file, whoever reads and writes meanwhile. Blocks. */
public final class Backup {
    /** The locks keep out who changes tables, nobody else; the snapshot begins when they are held. */
    private static final List<String> SETTINGS = List.of(
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0",
            "set local lock_timeout = '10s'",
            "set local synchronize_seqscans = off");

    private final DatabaseAddress address;
    private final String program;
    private final Clock clock;

    /** @param program its version */
    public Backup(DatabaseAddress address, String program, Clock clock) {
        this.address = address;
        this.program = program;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param schema the version of the schema
     */
    public record Written(String schema, int tables, long rows, long bytes) {}

    /**
     * Writes a file that was not there before, for its owner's eyes only; it appears when it is whole.
     *
     * @throws StartupFailure when that is not possible
     */
    public Written to(Path file, Watcher.Source source) {
        var manifest = NewFile.write(
                file, "backup", zip -> Jdbc.with(address, connection -> written(connection, zip, source)));
        try {
            return new Written(manifest.schema(), manifest.tables().size(), manifest.rows(), Files.size(file));
        } catch (IOException failure) {
            throw new StartupFailure("The backup " + file + " cannot be looked at: " + failure + ".", failure);
        }
    }

    private Manifest written(Connection connection, ZipOutputStream zip, Watcher.Source source) throws SQLException {
        try {
            var manifest = write(connection, zip, source);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.text().getBytes(UTF_8));
            return manifest;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, Watcher.Source source)
            throws SQLException, IOException {
        var before = Layout.of(connection);
        if (before.columns().isEmpty()) {
            throw new StartupFailure("There is nothing to back up: the database has no tables.");
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute("lock table " + before.names() + " in access share mode");
        }
        var layout = Layout.of(connection);
        if (!layout.columns().equals(before.columns())) {
            throw new StartupFailure("Somebody changes the schema just now: try again afterwards.");
        }
        var at = clock.instant();
        var tables = tables(connection, layout, zip, source);
        return new Manifest(at, program, Layout.version(connection), tables, Layout.sequences(connection));
    }

    private static List<Manifest.Table> tables(
            Connection connection, Layout layout, ZipOutputStream zip, Watcher.Source source)
            throws SQLException, IOException {
        var tables = new ArrayList<Manifest.Table>();
        try (var watcher = source.watch("backup", Layout.rows(connection))) {
            for (var table : layout.columns().entrySet()) {
                var unknown = new Manifest.Table(table.getKey(), table.getValue(), 0, "");
                zip.putNextEntry(new ZipEntry(unknown.entry()));
                tables.add(table(connection, unknown, zip, watcher));
                zip.closeEntry();
            }
        }
        return tables;
    }

    private static Manifest.Table table(Connection connection, Manifest.Table table, OutputStream out, Watcher watcher)
            throws SQLException, IOException {
        var tally = new Tally(out, watcher::step);
        var copy = "copy " + Layout.quoted(table.name()) + " " + Layout.quoted(table.columns()) + " to stdout";
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, tally);
        return new Manifest.Table(table.name(), table.columns(), tally.rows(), tally.sum());
    }
}
