package broadside.cli;

import broadside.app.Commands;
import broadside.app.Rooms;
import broadside.app.check.SchemaCheck;
import broadside.app.check.Scratch;
import broadside.app.schema.Migrations;
import broadside.app.schema.Outlook;
import broadside.app.schema.Scripts;
import broadside.cli.progress.Progress;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Is the database what the program takes it for? */
@Command(
        name = "check",
        description =
                "Compare the database with a scratch one, with the entities and with the files of its migrations.",
        mixinStandardHelpOptions = true)
final class DbCheck implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    DbCheck(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        return Commands.onDatabase(environment.config(), this::check);
    }

    private int check(DatabaseAddress address) {
        var outlook = Outlook.of(new Migrations(address, Scripts.packed()));
        if (outlook.foreign() > 0) {
            throw new StartupFailure(outlook.next());
        }
        var config = environment.config();
        var check = new SchemaCheck(Rooms.entities(), Scripts.packed(), () -> Scratch.embedded(config.dataFolder()));
        var report = Progress.during("check", () -> check.of(address));
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        var pending = report.pending() == 0 ? "" : " Not migrated yet: " + report.pending() + ", see db migrate.";
        if (report.all().isEmpty()) {
            out.println("The database is as it should be: " + report.parts() + " parts compared." + pending);
            return 0;
        }
        report.all().forEach(out::println);
        out.println("Differences: " + report.all().size() + "." + pending);
        return 1;
    }
}
