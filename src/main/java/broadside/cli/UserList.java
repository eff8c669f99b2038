package broadside.cli;

import broadside.app.Commands;
import broadside.app.log.Terminal;
import broadside.app.roster.Roster;
import broadside.app.roster.Wanted;
import broadside.cli.roster.Lines;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who is here. */
@Command(
        name = "list",
        description = "List accounts in order of their names: a table on a terminal, else columns parted by tabs.",
        mixinStandardHelpOptions = true)
final class UserList implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--role", paramLabel = "ROLE", description = "Only those of this role.")
    private @Nullable String role;

    @Option(names = "--suspended", description = "Only those that are suspended.")
    private boolean suspended;

    @Option(
            names = "--search",
            paramLabel = "PREFIX",
            description = "Only those whose username or e-mail address begins like this, without regard to case.")
    private @Nullable String prefix;

    @Option(names = "--json", description = "A line of JSON for each.")
    private boolean json;

    UserList(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var wanted = new Wanted(role == null ? null : Roles.of(role), suspended, prefix);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        Commands.onNewest(environment.config(), address -> {
            var lines = json ? Lines.json(out) : Lines.table(out, Terminal.isThere());
            new Roster(address).read(wanted, lines::take);
            lines.end();
            return 0;
        });
        return 0;
    }
}
