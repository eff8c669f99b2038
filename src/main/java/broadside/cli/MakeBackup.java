package broadside.cli;

import broadside.app.Commands;
import broadside.app.backup.Backup;
import broadside.cli.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All there is into one file. */
@Command(
        name = "backup",
        description =
                "Write everything in the database, as it is at one moment, into a file; while the program serves or not. "
                        + "Keep the file safe: it holds password hashes and keys.",
        mixinStandardHelpOptions = true)
final class MakeBackup implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A new file.")
    private @Nullable Path file;

    MakeBackup(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var to = Objects.requireNonNull(file);
        var written = Commands.onDatabase(
                environment.config(),
                address -> new Backup(address, Version.text(), Clock.systemUTC()).to(to, Progress::of));
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Wrote %d rows of %d tables, schema version %s, into %s (%,d bytes).%n",
                        written.rows(),
                        written.tables(),
                        written.schema(),
                        to,
                        written.bytes());
        return 0;
    }
}
