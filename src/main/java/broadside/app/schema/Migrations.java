package broadside.app.schema;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** Brings a database from one version of the schema to another. Blocks: for worker threads and commands only. */
public final class Migrations {
    private final DatabaseAddress address;
    private final Scripts scripts;
    private final Duration patience;

    public Migrations(DatabaseAddress address, Scripts scripts) {
        this(address, scripts, Attempts.PATIENCE);
    }

    /** @param patience for how long to try when tables are in use */
    Migrations(DatabaseAddress address, Scripts scripts, Duration patience) {
        this.address = address;
        this.scripts = scripts;
        this.patience = patience;
    }

    /** Brings the database to the newest version this program has. */
    public static void run(DatabaseAddress address) {
        new Migrations(address, Scripts.packed()).toNewest(() -> false);
    }

    /**
     * Brings the database to the newest version; of several nodes at once one migrates and the others wait, as long as it takes.
     *
     * @param abandoned whether nobody wants it any more; asked while waiting
     */
    public List<MigrateOutput> toNewest(BooleanSupplier abandoned) {
        return to(null, abandoned);
    }

    /**
     * The same up to a version, which the database may not be past.
     *
     * @param version such as 4 or 004; null: the newest
     * @return what was applied
     * @throws StartupFailure when that is not possible; the database is at the last version that went well then
     */
    public List<MigrateOutput> to(@Nullable String version, BooleanSupplier abandoned) {
        try (var lock = SchemaLock.take(address, abandoned)) {
            return new Attempts(lock, patience, abandoned).until(() -> apply(version, lock));
        } catch (FlywayException failure) {
            throw MigrationFailure.of(address, failure);
        }
    }

    /** Where there is nothing to come, Flyway is not asked twice: each time it goes through the whole program for scripts. */
    private List<MigrateOutput> apply(@Nullable String version, SchemaLock lock) {
        var history = history();
        history.check();
        var target = Optional.ofNullable(version)
                .map(wanted -> target(history, wanted).version());
        lock.on(connection -> new Leftovers(connection, scripts).mend(history));
        return history.isComplete() ? List.of() : flyway(target).migrate().migrations;
    }

    /** What {@link #to} would apply. */
    public List<Step> plan(@Nullable String version) {
        var history = history();
        history.check();
        var all = history.toCome();
        return version == null ? all : all.subList(0, 1 + all.indexOf(target(history, version)));
    }

    private static Step target(History history, String version) {
        var step = history.find(version);
        if (step.isApplied() && !history.current().equals(Optional.of(step))) {
            throw new StartupFailure(
                    "The database is past " + step.name() + ": broadside db undo --to " + version + " goes back.");
        }
        return step;
    }

    public History history() {
        try {
            var undone = Jdbc.with(address, Undone::read);
            return new HistoryReader(undone)
                    .read(flyway(Optional.empty()).info().all());
        } catch (FlywayException failure) {
            throw MigrationFailure.of(address, failure);
        }
    }

    /** The whole number a question is answered with. */
    int count(String question) {
        return Jdbc.with(address, connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(question)) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    Flyway flyway(Optional<String> target) {
        var configuration = Flyway.configure()
                .dataSource(Jdbc.url(address), address.user(), address.password())
                .jdbcProperties(Map.of("ApplicationName", Jdbc.NAME))
                .initSql(SchemaLock.UNDER_WAY + ";" + Jdbc.KNOW_SETTINGS)
                .locations(scripts.locations())
                .lockRetryCount(-1)
                .connectRetries(0);
        target.map(MigrationVersion::fromVersion).ifPresent(configuration::target);
        outsideTransactions(configuration);
        return configuration.load();
    }

    /** Flyway's lock in a transaction would make {@code create index concurrently} wait for itself. */
    private static void outsideTransactions(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
    }
}
