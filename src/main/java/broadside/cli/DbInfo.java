package broadside.cli;

import broadside.app.Commands;
import broadside.app.schema.Migrations;
import broadside.app.schema.Outlook;
import broadside.app.schema.Scripts;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where the database is. */
@Command(
        name = "info",
        description = "List the migrations: which are applied, since when, by whom; and what to do next.",
        mixinStandardHelpOptions = true)
final class DbInfo implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    DbInfo(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var outlook = Commands.onDatabase(
                environment.config(), address -> Outlook.of(new Migrations(address, Scripts.packed())));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        outlook.table().forEach(out::println);
        out.println();
        out.println(outlook.next());
        return 0;
    }
}
