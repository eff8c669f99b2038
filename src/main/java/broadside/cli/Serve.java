package broadside.cli;

import broadside.app.Config;
import broadside.app.Shutdown;
import broadside.app.StartupVerticle;
import broadside.app.log.Log;
import broadside.app.telemetry.Telemetry;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;

/** Runs the API until it is told to stop. */
@Command(name = "serve", description = "Run the API (the default).", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private final Broadside.Environment environment;

    Serve(Broadside.Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var config = environment.config();
        Log.use(config.logFormat());
        var telemetry = new Telemetry(config.tracing());
        var vertx = telemetry.vertx(new VertxOptions());
        var startup = new StartupVerticle(config, Clock.systemUTC(), telemetry);
        var shutdown = new Shutdown(vertx, startup, telemetry, config.drain());
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "shutdown"));
        try {
            deploy(vertx, startup);
        } catch (StartupFailure failure) {
            return failed(shutdown, failure);
        }
        banner(config, startup.running());
        return untilStopped();
    }

    /** A start that failed because a signal ended it has nothing to tell. */
    private static int failed(Shutdown shutdown, StartupFailure failure) {
        if (shutdown.afterFailure()) {
            throw failure;
        }
        return untilStopped();
    }

    private static void deploy(Vertx vertx, StartupVerticle startup) {
        try {
            startup.deploy(vertx).toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof StartupFailure known
                    ? known
                    : new StartupFailure("The start failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException stopped) {
            throw new StartupFailure("The start was interrupted.", stopped);
        }
    }

    private static void banner(Config config, StartupVerticle.Running running) {
        var database = config.database();
        System.out.printf(
                """
                Broadside %s is up.
                  API     http://localhost:%d
                  Docs    http://localhost:%d/docs
                  Health  http://127.0.0.1:%d/health/ready
                  Data    %s
                  Stop    Ctrl-C
                """,
                Version.text(),
                running.port(),
                running.port(),
                running.managementPort(),
                database == null ? config.dataFolder().toAbsolutePath().normalize() : database);
    }

    /** The hook ends the program; until then this thread has nothing to do. */
    private static int untilStopped() {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException stopped) {
            return 0;
        }
    }
}
