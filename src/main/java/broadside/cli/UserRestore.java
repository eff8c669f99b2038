package broadside.cli;

import broadside.app.Commands;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings somebody back who was suspended. */
@Command(
        name = "restore",
        description = "Make a suspended account usable again, and its posts visible.",
        mixinStandardHelpOptions = true)
final class UserRestore implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "USERNAME")
    private String username = "";

    UserRestore(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var changed = InOneLine.told(() ->
                Commands.run(environment.config(), rooms -> rooms.standing().restore(username)));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(username + (changed ? " is restored." : " was not suspended."));
        return 0;
    }
}
