package broadside.cli;

import broadside.app.Commands;
import broadside.app.backup.Restore;
import broadside.app.schema.Scripts;
import broadside.cli.progress.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is in a backup into a database. */
@Command(
        name = "restore",
        description = "Fill an empty database with what is in a backup, and migrate it to the newest version. "
                + "The file is checked first; what does not go well is taken back.",
        mixinStandardHelpOptions = true)
final class RestoreBackup implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What broadside backup wrote.")
    private @Nullable Path file;

    @Option(names = "--replace", description = "Throw away what is in the database.")
    private boolean replace;

    RestoreBackup(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var from = Objects.requireNonNull(file);
        var restored = Commands.onDatabase(environment.config(), address -> new Restore(address, Scripts.packed())
                .from(from, replace, Progress::of));
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Restored %d rows of %d tables, schema version %s%s.%n",
                        restored.rows(),
                        restored.tables(),
                        restored.schema(),
                        restored.now().equals(restored.schema()) ? "" : ", and migrated it to " + restored.now());
        return 0;
    }
}
