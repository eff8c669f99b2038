package broadside.cli.intake;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.StartupFailure;
import broadside.transfer.Outcome;
import broadside.transfer.SourceRow;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands rows over in batches. One that fails is repeated in smaller ones: a slow database gets less to do at once, and a row that
 * nobody foresaw holds up none but itself.
 */
public final class Delivery<R extends SourceRow> {
    private static final int MOST = 100;
    private static final int ATTEMPTS = 8;
    /** Somebody may have taken the same name in the same moment; a second time it is seen. */
    private static final int CHANCES = 1;

    private static final long PAUSE_MILLIS = 50;

    private final Function<List<R>, Future<List<Outcome>>> door;
    private final Consumer<Outcome> told;
    private int size = MOST;
    private int failures;

    public Delivery(Function<List<R>, Future<List<Outcome>>> door, Consumer<Outcome> told) {
        this.door = door;
        this.told = told;
    }

    public void deliver(List<R> rows) {
        for (int next = 0; next < rows.size(); ) {
            var batch = rows.subList(next, Math.min(rows.size(), next + size));
            next += delivered(batch) ? batch.size() : 0;
        }
    }

    private boolean delivered(List<R> batch) {
        try {
            await(door.apply(List.copyOf(batch))).forEach(told);
            size = Math.min(MOST, size * 2);
            failures = 0;
            return true;
        } catch (CompletionException failure) {
            return failed(batch, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private boolean failed(List<R> batch, Throwable cause) {
        if (cause instanceof Problem problem && problem.type().equals(ProblemType.UNAVAILABLE)) {
            pause(cause);
        } else if (batch.size() == 1 && ++failures > CHANCES) {
            var reason = "it cannot be stored: " + line(cause);
            told.accept(Outcome.skipped(batch.get(0), reason));
            failures = 0;
            return true;
        }
        size = Math.max(1, batch.size() / 2);
        return false;
    }

    private void pause(Throwable cause) {
        failures++;
        if (failures > ATTEMPTS) {
            throw new StartupFailure(
                    "The database does not answer. What was brought so far is kept: run the command again to go on.",
                    cause);
        }
        try {
            Thread.sleep(PAUSE_MILLIS << failures);
        } catch (InterruptedException stopped) {
            throw new StartupFailure("The import was interrupted. Run it again to go on.", stopped);
        }
    }

    private static String line(Throwable cause) {
        return String.valueOf(cause instanceof Problem problem ? problem.detail() : cause)
                .strip()
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
