package broadside.app;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.app.log.RequestLog;
import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.app.schema.UpToDate;
import broadside.app.telemetry.Telemetry;
import broadside.kit.db.Database;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.Encryption;
import broadside.kit.db.Orm;
import broadside.kit.http.Audience;
import broadside.kit.http.Traffic;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the program up, step by step, and takes it down again: it is the one that deploys every other verticle. */
public final class StartupVerticle extends AbstractVerticle {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Config config;
    private final Clock clock;
    private final Scripts scripts;
    private final Telemetry telemetry;
    private final Readiness readiness;
    private final Traffic traffic;
    private final Promise<Void> settled = Promise.promise();
    private volatile @Nullable Opened opened;
    private volatile @Nullable Running running;
    private volatile boolean abandoned;

    /** @param telemetry whose Vert.x it is to be deployed on */
    public StartupVerticle(Config config, Clock clock, Telemetry telemetry) {
        this(config, clock, telemetry, Scripts.packed());
    }

    /** With migrations of its own. */
    public StartupVerticle(Config config, Clock clock, Telemetry telemetry, Scripts scripts) {
        this.config = config;
        this.clock = clock;
        this.telemetry = telemetry;
        this.scripts = scripts;
        readiness = new Readiness(telemetry.eventLoops());
        traffic = new Traffic(audience());
    }

    private List<Audience> audience() {
        return Stream.concat(telemetry.requests().stream(), Stream.of(new RequestLog(config.logRequests())))
                .toList();
    }

    /** Starts the program; a start that fails takes down whatever it has brought up. */
    public Future<Void> deploy(Vertx on) {
        return on.deployVerticle(this).<Void>mapEmpty().onComplete(settled);
    }

    @Override
    public void start(Promise<Void> started) {
        var management = new ManagementVerticle(config, readiness, telemetry);
        var things = new Opened(vertx);
        opened = things;
        vertx.deployVerticle(management)
                .compose(deployed -> blocking(() -> Ports.chosen(config.port(), config.bind())))
                .compose(port -> open(things, port))
                .compose(port -> blocking(() -> measured(port)))
                .onSuccess(port -> management.beforeNumbers(rooms().backlog()::look))
                .onSuccess(port -> running = new Running(port, management.port()))
                .<Void>mapEmpty()
                .recover(failure -> things.close().transform(closed -> Future.failedFuture(failure)))
                .onComplete(started);
    }

    private int measured(int port) {
        telemetry.measureProcess();
        return port;
    }

    private Future<Integer> open(Opened things, int port) {
        var migrations = blocking(scripts::migrations);
        var orm = blocking(() -> things.add(Orm.of(vertx, Rooms.entities())));
        return findDatabase(things)
                .map(address -> things.add(Database.open(vertx, address, orm, Rooms.failures())))
                .compose(database -> migrations
                        .compose(new UpToDate(database.reads())::with)
                        .compose(upToDate -> upToDate ? Future.succeededFuture() : migrate(things, database, orm))
                        .compose(migrated -> serve(things, port, database)))
                .eventually(() -> orm)
                .compose(presence -> orm.onSuccess(known -> readiness.up(presence)))
                .map(port);
    }

    /** Who only reads is served before {@link Orm} is made. */
    private Future<SchemaPresence> serve(Opened things, int port, Database database) {
        return Secrets.await(vertx, database.reads())
                .compose(secrets -> build(things, port, database, secrets))
                .compose(rooms -> deploy(rooms, port))
                .compose(deployed -> database.warmUp())
                .compose(warm -> SchemaPresence.note(database.reads()));
    }

    private Future<DatabaseAddress> findDatabase(Opened things) {
        var external = config.database();
        if (external != null) {
            return new DatabaseWait(vertx, external)
                    .until(() -> abandoned)
                    .compose(found -> Encryption.settled(vertx, external));
        }
        return blocking(() -> things.add(EmbeddedDatabase.launch(config.dataFolder(), EmbeddedDatabase.Use.SERVE)))
                .map(EmbeddedDatabase::address);
    }

    /** Nothing is done beside a migration: while it holds a table, every other node waits for it. */
    private Future<Void> migrate(Opened things, Database database, Future<Orm> orm) {
        var migrations = new Migrations(database.address(), scripts);
        return orm.compose(known -> blocking(() -> {
                    things.enter();
                    return migrations.toNewest(() -> abandoned);
                }))
                .mapEmpty();
    }

    private Future<Rooms> build(Opened things, int port, Database database, Secrets secrets) {
        return blocking(() -> things.add(new Rooms(vertx, config, port, database, secrets, clock, telemetry.meters())));
    }

    private Future<Void> deploy(Rooms built, int port) {
        var perCore = new DeploymentOptions().setInstances(CORES);
        Supplier<Verticle> http = () -> new HttpVerticle(config, port, built.corridor(traffic), telemetry.eventLoops());
        return vertx.deployVerticle(http, perCore)
                .compose(deployed -> vertx.deployVerticle(new JobsVerticle(built, telemetry.meters())))
                .compose(deployed -> vertx.deployVerticle(new LiveVerticle(built)))
                .mapEmpty();
    }

    /** A step of the start; none begins once the start is abandoned. */
    private <T> Future<T> blocking(Callable<T> work) {
        return vertx.executeBlocking(
                () -> {
                    if (abandoned) {
                        throw new StartupFailure("The start was interrupted.");
                    }
                    return work.call();
                },
                false);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        Objects.requireNonNull(opened).close().onComplete(stopped);
    }

    /** Ends a start after the step it is in; completes when nothing is open or deployed any more, or at once when the start is over. */
    Future<Void> abandon() {
        abandoned = true;
        return opened == null ? Future.succeededFuture() : settled.future();
    }

    /** Where the running program is reached. */
    public record Running(int port, int managementPort) {}

    public Running running() {
        return Objects.requireNonNull(running, "not started");
    }

    boolean isUp() {
        return running != null;
    }

    /** The rooms of the running program. */
    public Rooms rooms() {
        return Objects.requireNonNull(
                Objects.requireNonNull(opened, "not started").rooms(), "not started");
    }

    Readiness readiness() {
        return readiness;
    }

    Traffic traffic() {
        return traffic;
    }
}
