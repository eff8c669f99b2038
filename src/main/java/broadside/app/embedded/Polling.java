package broadside.app.embedded;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what tells nobody that it has happened: another process, a file. */
final class Polling {
    private static final Duration STEP = Duration.ofMillis(10);

    private Polling() {}

    /** Asks until the answer is yes or the time is over; says which. */
    static boolean until(Duration patience, BooleanSupplier question) {
        long end = System.nanoTime() + patience.toNanos();
        while (!question.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        LockSupport.parkNanos(STEP.toNanos());
    }
}
