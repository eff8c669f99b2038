package broadside.cli;

import broadside.app.Commands;
import broadside.app.schema.Agreed;
import broadside.app.schema.Scripts;
import broadside.app.schema.Undo;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes back to an older version. */
@Command(
        name = "undo",
        description =
                "Take the last migration back, or all down to a version. First stop the nodes that need what goes.",
        mixinStandardHelpOptions = true)
final class DbUndo implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--to", paramLabel = "V", description = "Back to this version; 0: to before the first.")
    private @Nullable String version;

    @Option(names = "--yes", description = "Even if rows are lost.")
    private boolean toLoss;

    @Option(
            names = "--while-serving",
            description = "Even if nodes are connected, because none needs what goes. They may have to wait.")
    private boolean toServing;

    DbUndo(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        return Commands.onDatabase(environment.config(), address -> {
            int undone = new Undo(address, Scripts.packed())
                    .run(version, new Agreed(toLoss, toServing), step -> out.println("Undone " + step.name() + "."));
            if (undone == 0) {
                out.println("Nothing to undo: the database is at that version.");
            }
            return 0;
        });
    }
}
