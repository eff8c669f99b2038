package broadside.app.schema;

import broadside.app.schema.Step.State;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import org.jspecify.annotations.Nullable;

/** Gives a database that has the tables the history it lacks, while nobody else changes its schema. Blocks. */
public final class Takeover implements AutoCloseable {
    private final SchemaLock lock;
    private final History history;

    private Takeover(SchemaLock lock, History history) {
        this.lock = lock;
        this.history = history;
    }

    /** @throws StartupFailure when there is nothing to take over, or somebody changes the schema now */
    public static Takeover begin(DatabaseAddress address, Scripts scripts) {
        var lock = SchemaLock.takeNow(address);
        try {
            var migrations = new Migrations(address, scripts);
            var history = migrations.history();
            history.checkKnown();
            refuseEmpty(address, history, migrations);
            refuseComplete(history);
            return new Takeover(lock, history);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
    }

    private static void refuseEmpty(DatabaseAddress address, History history, Migrations migrations) {
        if (history.applied().isEmpty() && migrations.count(Outlook.TABLES) == 0) {
            throw new StartupFailure("The database " + address + " is empty: broadside db migrate makes its tables.");
        }
    }

    private static void refuseComplete(History history) {
        if (history.steps().stream().allMatch(step -> step.state() == State.APPLIED)) {
            throw new StartupFailure("There is nothing to adopt: the history of the database is complete.");
        }
    }

    public History history() {
        return history;
    }

    /** Looks at the database. */
    public <T extends @Nullable Object> T on(Jdbc.Work<T> work) {
        return lock.on(work);
    }

    /**
     * Writes the history of a database that was migrated to a version or beyond it, up to that version, in one transaction.
     *
     * @throws StartupFailure when there is nothing to write, or the history goes on beyond that version
     */
    public void write(DatabaseAddress model, Step version) {
        if (history.endsWith(version)) {
            throw new StartupFailure("There is nothing to adopt: the history is complete up to " + version.name()
                    + ", where the database is; broadside db migrate goes on.");
        }
        var after = history.steps()
                .subList(1 + history.steps().indexOf(version), history.steps().size());
        if (after.stream().anyMatch(Step::isApplied)) {
            throw new StartupFailure("The database is at " + version.name()
                    + ", but has a history of later migrations: broadside db check tells the differences.");
        }
        Jdbc.with(
                model,
                from -> lock.on(to -> {
                    HistoryRows.copy(from, version.version(), to);
                    return version;
                }));
    }

    @Override
    public void close() {
        lock.close();
    }
}
