package broadside.cli;

import broadside.account.Role;
import broadside.app.Commands;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.StartupFailure;
import broadside.session.Registration;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts, from the command line. */
@Command(
        name = "user",
        description = "Create accounts and give them roles.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class User {
    private static final int PASSWORD_BYTES = 18;

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
            @Option(names = "--password", interactive = true, arity = "0", description = "Ask for the password.")
                    char @Nullable [] asked,
            @Option(names = "--admin", description = "With the role admin instead of author.") boolean admin) {
        var password = asked == null ? random() : new String(asked);
        var registration = registration(username, email, password);
        var role = admin ? Role.ADMIN : Role.AUTHOR;
        told(() -> Commands.run(environment.config(), rooms -> rooms.registrations()
                .create(registration.account(), registration.password(), role)));
        out().println("Created " + username + " (" + role.word() + ")."
                + (asked == null ? " Password: " + password : ""));
        return 0;
    }

    @Command(
            name = "promote",
            description = "Give an account a role: reader, author, moderator or admin.",
            mixinStandardHelpOptions = true)
    int promote(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--role", defaultValue = "admin", paramLabel = "ROLE") String word) {
        var role = role(word);
        told(() -> Commands.run(environment.config(), rooms -> rooms.accounts().promote(username, role)));
        out().println(username + " is " + role.word() + " now.");
        return 0;
    }

    private static Registration registration(String username, String email, String password) {
        var body =
                new JsonObject().put("username", username).put("email", email).put("password", password);
        return told(() -> Registration.from(body));
    }

    private static Role role(String word) {
        for (var role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new StartupFailure("There is no role " + word + ": use reader, author, moderator or admin.");
    }

    private interface Work<T extends @Nullable Object> {
        T run();
    }

    /** Says what is wrong in one line, as everything on the command line does. */
    private static <T extends @Nullable Object> T told(Work<T> work) {
        try {
            return work.run();
        } catch (Problem problem) {
            throw new StartupFailure(line(problem));
        }
    }

    private static String line(Problem problem) {
        if (problem.type().equals(ProblemType.NOT_FOUND)) {
            return "There is no such account.";
        }
        if (!problem.type().equals(ProblemType.VALIDATION)) {
            return problem.type().title() + ": " + problem.detail();
        }
        return problem.violations().stream()
                .map(violation -> violation.pointer().substring(1) + ": " + violation.detail())
                .collect(Collectors.joining(" "));
    }

    private static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }
}
