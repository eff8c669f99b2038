package broadside.cli;

import broadside.app.schema.NewPair;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a migration. */
@Command(
        name = "new",
        description = "Write an empty migration and its undo under the next number into the folder sql.",
        mixinStandardHelpOptions = true)
final class DbNew implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What it does, such as account_nickname.")
    private String name = "";

    @Option(names = "--folder", paramLabel = "FOLDER", defaultValue = "sql", description = "Default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("sql");

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        NewPair.next(folder, name).write().forEach(file -> out.println("Wrote " + file + "."));
        return 0;
    }
}
