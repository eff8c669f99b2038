package broadside.cli;

import broadside.app.Commands;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.cli.progress.Progress;
import broadside.kit.db.DatabaseAddress;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes on to a newer version. */
@Command(
        name = "migrate",
        description =
                "Apply the migrations that are pending. Any number may do so at once: one migrates, the others wait.",
        mixinStandardHelpOptions = true)
final class DbMigrate implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--to", paramLabel = "V", description = "Up to this version instead of the newest.")
    private @Nullable String version;

    @Option(names = "--dry-run", description = "Print the SQL and apply nothing.")
    private boolean rehearsal;

    DbMigrate(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        return Commands.onDatabase(
                environment.config(), address -> rehearsal ? print(address, out) : apply(address, out));
    }

    private int print(DatabaseAddress address, PrintWriter out) {
        var scripts = Scripts.packed();
        var plan = new Migrations(address, scripts).plan(version);
        if (plan.isEmpty()) {
            out.println("-- Nothing is pending.");
        }
        for (var step : plan) {
            out.println("-- " + step.script());
            out.println(scripts.text(step));
        }
        return 0;
    }

    private int apply(DatabaseAddress address, PrintWriter out) {
        var migrations = new Migrations(address, Scripts.packed());
        var applied = Progress.during("migrate", () -> migrations.to(version, () -> false));
        applied.forEach(step -> out.println(
                "Applied " + step.version + " (" + step.description + ") in " + step.executionTime + " ms."));
        if (applied.isEmpty()) {
            out.println("Nothing was pending.");
        }
        return 0;
    }
}
