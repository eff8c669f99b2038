package broadside.cli;

import broadside.app.Rooms;
import broadside.app.check.DraftFiles;
import broadside.app.check.SchemaCheck;
import broadside.app.check.Scratch;
import broadside.cli.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts the migration that the entities ask for. */
@Command(
        name = "diff",
        description = "Draft a migration, and its undo, from the schema to what the entities say.",
        mixinStandardHelpOptions = true)
final class DbDiff implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Small letters, digits and underscores.")
    private String name = "";

    @Option(
            names = "--folder",
            defaultValue = "sql",
            paramLabel = "FOLDER",
            description = "Of the migrations; sql when not given.")
    private Path folder = Path.of("sql");

    DbDiff(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var config = environment.config();
        var files = new DraftFiles(folder, name);
        var check = new SchemaCheck(Rooms.entities(), files.scripts(), () -> Scratch.embedded(config.dataFolder()));
        var draft = Progress.during("compare", check::draft);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        draft.drops().forEach(drop -> out.println("No entity has it, perhaps a query does: " + drop));
        if (draft.isEmpty()) {
            out.println("The entities and the schema agree: nothing written.");
            return 0;
        }
        try {
            files.write(draft).forEach(file -> out.println("Written: " + file));
            out.println("Read them, finish what is marked TODO, then run db lint and db migrate.");
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
