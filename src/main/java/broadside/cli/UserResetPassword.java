package broadside.cli;

import broadside.app.Commands;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives somebody another password. */
@Command(
        name = "reset-password",
        description = "Give an account another password, which is asked for, or made up and shown once. "
                + "All its log-ins and personal tokens end.",
        mixinStandardHelpOptions = true)
final class UserResetPassword implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "USERNAME")
    private String username = "";

    @Option(
            names = "--password",
            interactive = true,
            arity = "0",
            prompt = "Password: ",
            description = "Ask for the password.")
    private char @Nullable [] asked;

    UserResetPassword(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var password = GivenPassword.of(asked);
        InOneLine.told(() -> Commands.run(
                environment.config(), rooms -> rooms.passwordChanges().assign(username, password.text())));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(username + " has another password now; all log-ins and tokens ended." + password.shown());
        return 0;
    }
}
