package broadside.cli;

import broadside.app.Commands;
import broadside.app.check.Adoption;
import broadside.app.check.Scratch;
import broadside.app.schema.Migrations;
import broadside.app.schema.Outlook;
import broadside.app.schema.Scripts;
import broadside.app.schema.Step;
import broadside.cli.progress.Progress;
import broadside.kit.db.DatabaseAddress;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes down where a database is that nobody wrote it down for. */
@Command(
        name = "adopt",
        description = "Take over a database that has the tables but not, or not wholly, the history of its migrations."
                + " It is compared with a scratch one first, and must be equal.",
        mixinStandardHelpOptions = true)
final class DbAdopt implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--at",
            paramLabel = "V",
            description = "The version it is at; when not given, the newest it is equal to.")
    private @Nullable String version;

    DbAdopt(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return Commands.onDatabase(environment.config(), this::adopt);
    }

    private int adopt(DatabaseAddress address) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var scripts = Scripts.packed();
        var folder = environment.config().dataFolder();
        var adoption = new Adoption(scripts, () -> Scratch.embedded(folder));
        var outcome = Progress.during("compare", () -> adoption.of(address, version));
        if (!outcome.isAdopted()) {
            return refuse(outcome, out);
        }
        out.println("The database is at " + outcome.version().name() + ": its history is written.");
        if (!outcome.alike().isEmpty()) {
            out.println("Its tables are those of " + names(outcome) + " too. What was done after that to rows is"
                    + " taken for done.");
        }
        out.println(Outlook.of(new Migrations(address, scripts)).next());
        return 0;
    }

    private int refuse(Adoption.Outcome outcome, PrintWriter out) {
        outcome.differences().forEach(out::println);
        out.println("Differences from " + outcome.version().name()
                + (version == null ? ", which the database is most like: " : ": ")
                + outcome.differences().size() + ". Nothing was changed.");
        return 1;
    }

    private static String names(Adoption.Outcome outcome) {
        return outcome.alike().stream().map(Step::name).collect(Collectors.joining(", "));
    }
}
