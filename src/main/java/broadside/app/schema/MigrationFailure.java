package broadside.app.schema;

import broadside.kit.db.DatabaseAddress;
import broadside.kit.problem.StartupFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** What to do when the migrations could not be run. */
final class MigrationFailure {
    /** Tables, columns, functions and other things, by SQLSTATE. */
    private static final Set<String> EXISTS_ALREADY = Set.of("42P07", "42701", "42723", "42710");

    private MigrationFailure() {}

    static StartupFailure of(DatabaseAddress address, FlywayException failure) {
        return new StartupFailure(line(address, failure), failure);
    }

    /** Whether it would have gone well had a table not been in use. */
    static boolean isOfALock(FlywayException failure) {
        return first(failure, SQLException.class)
                .map(told -> "55P03".equals(told.getSQLState()))
                .orElse(false);
    }

    /** When it waited for longer than there is patience. */
    static StartupFailure inUse(FlywayMigrateException failure, Duration patience, String advice) {
        var whole = failure.isExecutableInTransaction()
                ? "the database stays as it was before it. "
                : "what it did before that stays, as it runs outside a transaction. ";
        return new StartupFailure(
                "Migration " + failure.getMigration().getScript() + " was given up" + place(failure)
                        + ", since a table was in use whenever it was tried for " + patience.toSeconds() + " s; "
                        + whole
                        + advice,
                failure);
    }

    /** What could not be done, empty when that is not known. */
    static String statement(FlywayException failure) {
        return first(failure, FlywaySqlScriptException.class)
                .map(FlywaySqlScriptException::getStatement)
                .orElse("");
    }

    private static String line(DatabaseAddress address, FlywayException failure) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database " + address + " has tables but no history of migrations: set DATABASE_URL to an empty"
                    + " database, or, if the tables are Broadside's, take it over with: broadside db adopt.";
        }
        if (failure instanceof FlywayMigrateException migration) {
            return "Migration " + migration.getMigration().getScript() + " failed" + place(failure) + " ("
                    + reason(failure) + "), " + rest(migration);
        }
        return "The migrations of " + address + " cannot be run (" + reason(failure) + "): mend that and start again.";
    }

    private static String rest(FlywayMigrateException migration) {
        if (first(migration, SQLException.class)
                .filter(told -> EXISTS_ALREADY.contains(String.valueOf(told.getSQLState())))
                .isPresent()) {
            return "so the history is incomplete, or something else is in the way: broadside db adopt takes over"
                    + " a database that has the tables.";
        }
        return migration.isExecutableInTransaction()
                ? "the database stays as it was before it: mend that, or restore a backup."
                : "what it did before that stays, as it runs outside a transaction: mend that, the next run goes on.";
    }

    private static String place(FlywayException failure) {
        return first(failure, FlywaySqlScriptException.class)
                .flatMap(script -> first(failure, SQLException.class)
                        .map(told -> new Trouble(script.getLineNumber(), script.getStatement(), told).line()))
                .map(line -> " in line " + line)
                .orElse("");
    }

    /** What the server says, else what the innermost failure says. */
    private static String reason(FlywayException failure) {
        return Trouble.reason(
                first(failure, SQLException.class).map(Throwable.class::cast).orElseGet(() -> causes(failure)
                        .reduce(failure, (outer, inner) -> inner)));
    }

    private static <T> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
