package broadside.cli;

import broadside.app.Commands;
import broadside.app.shell.Shell;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.Future;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A prompt in a process of its own; no way into one that serves. */
@Command(
        name = "shell",
        description = "A Java prompt over the doors and queries, on the same database; reads standard input.",
        mixinStandardHelpOptions = true)
final class DbShell implements Callable<Integer> {
    private final Broadside.Environment environment;

    DbShell(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new StartupFailure("The shell needs a JDK: this Java has no module jdk.jshell.");
        }
        return Commands.run(environment.config(), rooms -> Future.succeededFuture(Shell.run(rooms)));
    }
}
