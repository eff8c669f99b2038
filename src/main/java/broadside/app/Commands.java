package broadside.app;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.app.schema.Migrations;
import broadside.app.schema.Outlook;
import broadside.app.schema.Scripts;
import broadside.kit.db.Database;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.Orm;
import broadside.kit.problem.StartupFailure;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Lets a command of the command line use the doors, beside a program that serves or without one. Blocks. */
public final class Commands {
    private Commands() {}

    /**
     * Opens the database and the rooms, does the work, leaves everything as it was found. Throws what the work failed with.
     *
     * @throws StartupFailure when the schema is not at the newest version: a command changes it only where that is what it is for
     */
    public static <T> T run(Config config, Function<Rooms, Future<T>> work) {
        return onNewest(config, address -> inRooms(address, config, work));
    }

    /**
     * Opens the database; no rooms are built, and no ORM. Throws what the work failed with.
     *
     * @throws StartupFailure when the schema is not at the newest version
     */
    public static <T> T onNewest(Config config, Function<DatabaseAddress, T> work) {
        return onDatabase(config, address -> {
            checkSchema(address, config.database() == null);
            return work.apply(address);
        });
    }

    /** @param ours whether it is the embedded one, whose tables may be made when it has none */
    private static void checkSchema(DatabaseAddress address, boolean ours) {
        var migrations = new Migrations(address, Scripts.packed());
        var outlook = Outlook.of(migrations);
        if (ours && outlook.isEmpty()) {
            migrations.toNewest(() -> false);
        } else if (!outlook.isNewest()) {
            throw new StartupFailure("The schema of " + address + " is not the one this needs. " + outlook.next());
        }
    }

    /** Opens the database, which is as it is: no migration has run, no rooms are built. Throws what the work failed with. */
    public static <T> T onDatabase(Config config, Function<DatabaseAddress, T> work) {
        var external = config.database();
        if (external != null) {
            return once(external, work);
        }
        try (var embedded = EmbeddedDatabase.open(config.dataFolder(), EmbeddedDatabase.Use.COMMAND)) {
            return once(embedded.address(), work);
        }
    }

    private static <T> T once(DatabaseAddress address, Function<DatabaseAddress, T> work) {
        var vertx = Vertx.vertx();
        try {
            await(new DatabaseWait(vertx, address).once());
        } finally {
            await(vertx.close());
        }
        return work.apply(address);
    }

    private static <T> T inRooms(DatabaseAddress address, Config config, Function<Rooms, Future<T>> work) {
        var vertx = Vertx.vertx();
        try (var orm = Orm.of(vertx, Rooms.entities())) {
            var database = Database.open(vertx, address, Future.succeededFuture(orm), Rooms.failures());
            var secrets = await(Secrets.load(database.reads()));
            var rooms = new Rooms(
                    vertx, config, config.port(), database, secrets, Clock.systemUTC(), new CompositeMeterRegistry());
            return await(work.apply(rooms).eventually(() -> database.close()));
        } finally {
            await(vertx.close());
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }
}
