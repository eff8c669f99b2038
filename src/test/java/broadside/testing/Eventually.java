package broadside.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come soon, and fails when it does not. */
public final class Eventually {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    public static <T> T get(Duration within, String what, Supplier<Optional<T>> source) {
        var deadline = System.nanoTime() + within.toNanos();
        do {
            var found = source.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(STEP);
        } while (System.nanoTime() < deadline);
        throw new AssertionError("not within " + within + ": " + what);
    }

    public static void holds(Duration within, String what, BooleanSupplier condition) {
        get(within, what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
