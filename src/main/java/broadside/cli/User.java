package broadside.cli;

import broadside.account.Role;
import broadside.app.Commands;
import broadside.session.Registration;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts, from the command line. */
@Command(
        name = "user",
        description = "Look after accounts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UserList.class, UserSuspend.class, UserRestore.class, UserResetPassword.class})
final class User {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    User(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Command(
            name = "create",
            description = "Create an account; its password is asked for, or made up and shown once.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--email", required = true, paramLabel = "ADDRESS") String email,
            @Option(
                            names = "--password",
                            interactive = true,
                            arity = "0",
                            prompt = "Password: ",
                            description = "Ask for the password.")
                    char @Nullable [] asked,
            @Option(names = "--admin", description = "With the role admin instead of author.") boolean admin) {
        var password = GivenPassword.of(asked);
        var registration = registration(username, email, password.text());
        var role = admin ? Role.ADMIN : Role.AUTHOR;
        InOneLine.told(() -> Commands.run(environment.config(), rooms -> rooms.registrations()
                .create(registration.account(), registration.password(), role)));
        out().println("Created " + username + " (" + role.word() + ")." + password.shown());
        return 0;
    }

    @Command(
            name = "promote",
            description = "Give an account a role: reader, author, moderator or admin.",
            mixinStandardHelpOptions = true)
    int promote(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--role", defaultValue = "admin", paramLabel = "ROLE") String word) {
        var role = Roles.of(word);
        InOneLine.told(() ->
                Commands.run(environment.config(), rooms -> rooms.standing().promote(username, role)));
        out().println(username + " is " + role.word() + " now.");
        return 0;
    }

    private static Registration registration(String username, String email, String password) {
        var body =
                new JsonObject().put("username", username).put("email", email).put("password", password);
        return InOneLine.told(() -> Registration.from(body));
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }
}
