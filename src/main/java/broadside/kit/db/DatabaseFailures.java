package broadside.kit.db;

import broadside.kit.problem.Problem;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The one place that knows what the drivers' failures mean to a client. SQLSTATE codes: PostgreSQL, appendix A. */
public final class DatabaseFailures {
    /**
     * Classes of SQLSTATE that pass: connection, resources, operator intervention, system, and transaction rollback; and a password
     * or a database that is just being exchanged.
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "28", "3D", "40", "53", "57", "58", "XX");

    private static final Set<String> PASSING = Set.of("55P03", "25006", "25P03", "25P02", "25P04");
    private static final Set<String> BAD_TEXT = Set.of("22021", "22P05");

    private final Map<String, Supplier<Problem>> constraints;

    /** @param constraints what to answer when the constraint of that name is violated */
    public DatabaseFailures(Map<String, Supplier<Problem>> constraints) {
        this.constraints = Map.copyOf(constraints);
    }

    /** A {@link Problem} where the failure has an answer, else the failure itself, unwrapped. */
    public Throwable translate(Throwable failure) {
        var cause = unwrap(failure);
        if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
            return Problem.stale();
        }
        // First, since to the driver whatever the server says is a VertxException too.
        var state = sqlState(cause);
        if (state != null) {
            return byState(state, cause);
        }
        return connectionLost(cause) || cause instanceof TimeoutException ? away(cause) : cause;
    }

    private Throwable byState(String state, Throwable cause) {
        if (passes(state)) {
            return away(cause);
        }
        if (BAD_TEXT.contains(state)) {
            return Problem.of(
                    broadside.kit.problem.ProblemType.BAD_REQUEST, "The text holds characters that cannot be stored.");
        }
        var constraint = constraintName(cause);
        var problem = constraint == null ? null : constraints.get(constraint);
        return problem == null ? cause : problem.get();
    }

    private static Problem away(Throwable cause) {
        return Problem.unavailable("The database does not answer just now. Try again in a moment.", cause);
    }

    /** True when the failure is that of a connection and not of a statement, so that another connection may do better. */
    static boolean connectionLost(Throwable failure) {
        var cause = unwrap(failure);
        var state = sqlState(cause);
        if (state != null) {
            return state.startsWith("57P") || state.startsWith("08");
        }
        return cause instanceof ClosedConnectionException
                || cause instanceof IOException
                || cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException;
    }

    private static boolean passes(String state) {
        return PASSING.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2));
    }

    private static @Nullable String sqlState(Throwable cause) {
        if (cause instanceof PgException postgres) {
            return postgres.getSqlState();
        }
        return cause instanceof JDBCException hibernate ? hibernate.getSQLState() : null;
    }

    private static @Nullable String constraintName(Throwable cause) {
        if (cause instanceof PgException postgres) {
            return postgres.getConstraint();
        }
        return cause instanceof ConstraintViolationException hibernate ? hibernate.getConstraintName() : null;
    }

    private static Throwable unwrap(Throwable failure) {
        var cause = failure;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Hibernate wraps what it has no name for, a lost connection among it. */
    private static boolean isWrapping(Throwable failure) {
        return failure instanceof CompletionException
                || (failure instanceof HibernateException
                        && !(failure instanceof JDBCException)
                        && !(failure instanceof StaleStateException));
    }
}
