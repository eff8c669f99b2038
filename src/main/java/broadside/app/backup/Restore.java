package broadside.app.backup;

import broadside.app.schema.Agreed;
import broadside.app.schema.History;
import broadside.app.schema.Jdbc;
import broadside.app.schema.Migrations;
import broadside.app.schema.Outlook;
import broadside.app.schema.Scripts;
import broadside.app.schema.Serving;
import broadside.app.schema.Undo;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.nio.file.Path;

/** Fills a database with what is in a backup. Blocks. */
public final class Restore {
    private final DatabaseAddress address;
    private final Scripts scripts;

    public Restore(DatabaseAddress address, Scripts scripts) {
        this.address = address;
        this.scripts = scripts;
    }

    /**
     * What was restored.
     *
     * @param schema the version of the schema in the backup
     * @param now    the version it has now
     */
    public record Restored(String schema, String now, int tables, long rows) {}

    /**
     * Checks the file, makes the tables as they were at its version, fills them in one transaction and migrates to the newest version.
     *
     * @param replace whether what is in the database may be thrown away
     * @throws StartupFailure with the reason; no row in the database is touched then, though one without rows may have got the tables
     *     of the backup's version
     */
    public Restored from(Path path, boolean replace, Watcher.Source source) {
        try (var file = BackupFile.open(path)) {
            var manifest = file.manifest();
            var history = new Migrations(address, scripts).history();
            known(history, manifest);
            file.check(source);
            makeReady(history, manifest, replace);
            var target = new Target(address, file);
            target.fill(replace, source);
            new Migrations(address, scripts).toNewest(() -> false);
            target.analyze();
            return new Restored(manifest.schema(), newest(), manifest.tables().size(), manifest.rows());
        }
    }

    private static void known(History history, Manifest manifest) {
        if (history.steps().stream().noneMatch(step -> step.version().equals(manifest.schema()))) {
            throw new StartupFailure("The backup has schema version " + manifest.schema()
                    + ", which this program does not know: restore it with Broadside " + manifest.program()
                    + " or newer. Older versions it restores and migrates.");
        }
    }

    /** Brings the schema to the version of the backup. Rows are thrown away in no other transaction than the one that fills. */
    private void makeReady(History history, Manifest manifest, boolean replace) {
        var migrations = new Migrations(address, scripts);
        if (!Outlook.of(migrations).isEmpty() || history.current().isPresent()) {
            Jdbc.with(address, Serving::connected).ifPresent(Restore::inUse);
        }
        var current = history.current().map(step -> step.version()).orElse("0");
        if (current.equals(manifest.schema())) {
            return;
        }
        if (!current.equals("0")) {
            requireEmpty(current, manifest, replace);
        }
        if (current.compareTo(manifest.schema()) > 0) {
            new Undo(address, scripts).run(manifest.schema(), new Agreed(true, false), step -> {});
        } else {
            migrations.to(manifest.schema(), () -> false);
        }
    }

    private static void inUse(String who) {
        throw new StartupFailure("Nothing was restored, for Broadside works with this database now (" + who
                + "): stop it first, or restore into another database.");
    }

    private void requireEmpty(String current, Manifest manifest, boolean replace) {
        Jdbc.with(address, Target::filled).ifPresent(filled -> {
            throw new StartupFailure("The database has rows already (table " + filled + ")"
                    + (replace
                            ? " at schema version " + current + ", the backup has " + manifest.schema()
                                    + ": only the same version can be replaced. Restore into an empty database."
                            : ": restore into an empty one."));
        });
    }

    private String newest() {
        return Jdbc.with(address, Layout::version);
    }
}
