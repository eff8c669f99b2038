package broadside.app.schema;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes migrations back, the newest first, each in a transaction with the note of it. Blocks. */
public final class Undo {
    private static final String FORGET = "delete from flyway_schema_history where version = ?";

    private final DatabaseAddress address;
    private final Scripts scripts;

    public Undo(DatabaseAddress address, Scripts scripts) {
        this.address = address;
        this.scripts = scripts;
    }

    /**
     * @param to     the version to go back to, 0 for before the first; null: one back
     * @param done   hears of each migration that was taken back
     * @return how many there were
     * @throws StartupFailure when it is not possible, or when that was not agreed to which is in question
     */
    public int run(@Nullable String to, Agreed agreed, Consumer<Step> done) {
        try (var lock = SchemaLock.take(address, () -> false)) {
            var steps = plan(new Migrations(address, scripts).history(), to);
            var undos = steps.stream().map(this::script).toList();
            if (steps.isEmpty()) {
                return 0;
            }
            return lock.on(connection -> {
                if (!agreed.toServing()) {
                    Serving.refuse(connection);
                }
                rehearse(connection, undos, agreed.toLoss());
                for (var step : steps) {
                    take(connection, step, agreed.toLoss());
                    done.accept(step);
                }
                return steps.size();
            });
        }
    }

    private static List<Step> plan(History history, @Nullable String to) {
        history.check();
        var applied = history.applied();
        if (applied.isEmpty()) {
            throw new StartupFailure("There is nothing to undo: no migration has been applied.");
        }
        int keep = to == null ? applied.size() - 1 : to.matches("0+") ? 0 : 1 + applied.indexOf(known(history, to));
        var back = new java.util.ArrayList<>(applied.subList(keep, applied.size()));
        java.util.Collections.reverse(back);
        return List.copyOf(back);
    }

    private static Step known(History history, String version) {
        var step = history.find(version);
        if (!step.isApplied()) {
            throw new StartupFailure("The database is not at " + step.name() + " yet: broadside db migrate goes on.");
        }
        return step;
    }

    private Script script(Step step) {
        return scripts.undoOf(step.script())
                .filter(script -> {
                    if (script.isOutsideTransactions() && !script.isOnlyAboutIndexes()) {
                        throw new StartupFailure(
                                script.name() + " runs outside a transaction and does more than drop or"
                                        + " build indexes, so what it loses cannot be told before: undo it by hand.");
                    }
                    return true;
                })
                .orElseThrow(
                        () -> new StartupFailure("Migration " + step.name() + " cannot be undone: there is no script U"
                                + step.script().substring(1) + "."));
    }

    /** All of it together, to tell of every loss before anything is done. */
    private static void rehearse(Connection connection, List<Script> undos, boolean agreed) throws SQLException {
        if (agreed) {
            return;
        }
        connection.setAutoCommit(false);
        try {
            refuse(Loss.of(connection, inTransactions(undos)));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<Script> inTransactions(List<Script> undos) {
        return undos.stream().filter(script -> !script.isOutsideTransactions()).toList();
    }

    private static void refuse(List<Loss> losses) {
        if (!losses.isEmpty()) {
            throw new StartupFailure("Nothing was undone, for this would be lost: "
                    + losses.stream().map(Loss::toString).collect(Collectors.joining(", "))
                    + ". With --yes it is done all the same.");
        }
    }

    private void take(Connection connection, Step step, boolean agreed) throws SQLException {
        var script = script(step);
        if (script.isOutsideTransactions()) {
            script.run(connection);
        }
        connection.setAutoCommit(false);
        try {
            if (!script.isOutsideTransactions()) {
                refuse(agreed ? List.of() : Loss.of(connection, List.of(script)));
                script.run(connection);
            }
            forget(connection, step);
            Undone.add(connection, step);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void forget(Connection connection, Step step) throws SQLException {
        try (var statement = connection.prepareStatement(FORGET)) {
            statement.setString(1, step.version());
            statement.executeUpdate();
        }
    }
}
