package broadside.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the program that serves with the same settings whether it is ready: for the health checks of containers. */
@Command(
        name = "health",
        description = "Ask a serving program whether it is ready: exit code 0 if it is, 1 if not.",
        mixinStandardHelpOptions = true)
final class Health implements Callable<Integer> {
    private static final int PATIENCE_MILLIS = 3_000;

    private final Broadside.Environment environment;

    @Spec
    private @Nullable CommandSpec spec;

    Health(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var config = environment.config();
        var address = "http://" + host(config.managementBind()) + ":" + config.managementPort() + "/health/ready";
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        try {
            if (status(address) == HttpURLConnection.HTTP_OK) {
                line.getOut().println("ready");
                return 0;
            }
            line.getErr().println("broadside: not ready.");
        } catch (IOException silence) {
            line.getErr().println("broadside: nobody answers at " + address + ".");
        }
        return 1;
    }

    /** Who listens on every address listens on this one too. */
    private static String host(String bind) {
        return switch (bind) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
    }

    private static int status(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getResponseCode();
    }
}
