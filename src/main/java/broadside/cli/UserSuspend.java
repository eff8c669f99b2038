package broadside.cli;

import broadside.account.Standing;
import broadside.app.Commands;
import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes somebody out of sight and out of use. */
@Command(
        name = "suspend",
        description = "Take an account out of sight and out of use, with its posts, until it is restored.",
        mixinStandardHelpOptions = true)
final class UserSuspend implements Callable<Integer> {
    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "USERNAME")
    private String username = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; for the log and for moderators.")
    private @Nullable String reason;

    UserSuspend(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var why = InOneLine.told(this::readReason).orElse(null);
        var changed = InOneLine.told(() ->
                Commands.run(environment.config(), rooms -> rooms.standing().suspend(username, why)));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(username + (changed ? " is suspended now." : " was suspended already."));
        return 0;
    }

    private Optional<String> readReason() {
        var fields = new Fields(reason == null ? new JsonObject() : new JsonObject().put("reason", reason));
        var read = Standing.reason(fields);
        fields.done();
        return Optional.ofNullable(read);
    }
}
