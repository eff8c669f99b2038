package broadside.cli;

import broadside.app.Rooms;
import broadside.app.lint.Finding;
import broadside.app.lint.Lint;
import broadside.app.lint.MigrationFiles;
import broadside.app.lint.Program;
import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Refuses migrations that would take a service down. */
@Command(
        name = "lint",
        description = "Read migrations and refuse what would take a running service down.",
        mixinStandardHelpOptions = true)
final class DbLint implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--folder",
            defaultValue = "sql",
            paramLabel = "FOLDER",
            description = "Of the migrations; sql when not given.")
    private Path folder = Path.of("sql");

    @Parameters(arity = "0..*", paramLabel = "FILES", description = "Tell of these only; all when not given.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new StartupFailure("There is no folder " + folder + " of migrations here: name one with --folder.");
        }
        var migrations = new MigrationFiles(folder);
        checkFiles(migrations);
        var found = new Lint(migrations.migrations(), Program.running(Rooms.entities()), migrations.released())
                .findings().stream().filter(this::isAskedFor).toList();
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        found.forEach(finding -> out.println(folder + "/" + finding));
        out.println(found.isEmpty() ? "Nothing to object to." : "Findings: " + found.size() + ".");
        return found.isEmpty() ? 0 : 1;
    }

    private void checkFiles(MigrationFiles migrations) throws IOException {
        for (var file : files) {
            if (!migrations.names().contains(String.valueOf(file.getFileName()))) {
                throw new StartupFailure("There is no migration " + file + " in the folder " + folder + ".");
            }
        }
    }

    private boolean isAskedFor(Finding finding) {
        return files.isEmpty()
                || files.stream()
                        .anyMatch(file -> String.valueOf(file.getFileName()).equals(finding.file()));
    }
}
