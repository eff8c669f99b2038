package broadside.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deadlines pass when nobody meets them, and only then. */
@ExtendWith(VertxExtension.class)
class DeadlinesTest {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final int PATIENCE = 5;
    private static final int MANY = 10_000;

    @Test
    void oneThatNobodyMeetsPassesOnceAndNotTooEarly(Vertx vertx) throws Exception {
        var deadlines = new Deadlines(vertx, SOON);
        var passed = new AtomicInteger();
        var after = new CompletableFuture<Long>();
        long start = System.nanoTime();
        var deadline = deadlines.set(() -> {
            passed.incrementAndGet();
            after.complete(System.nanoTime() - start);
        });
        assertTrue(after.get(PATIENCE, TimeUnit.SECONDS) >= SOON.toNanos());
        assertFalse(deadline.meet());
        waitFor(deadlines);
        assertEquals(1, passed.get());
    }

    @Test
    void oneThatIsMetNeverPasses(Vertx vertx) throws Exception {
        var deadlines = new Deadlines(vertx, SOON);
        var passed = new AtomicInteger();
        var deadline = deadlines.set(passed::incrementAndGet);
        assertTrue(deadline.meet());
        assertFalse(deadline.meet());
        waitFor(deadlines);
        assertEquals(0, passed.get());
    }

    @Test
    void manyPassOfManyThreads(Vertx vertx) throws Exception {
        var deadlines = new Deadlines(vertx, SOON);
        var passed = new CountDownLatch(MANY / 2);
        var met = new AtomicInteger();
        IntStream.range(0, MANY).parallel().forEach(number -> {
            var deadline = deadlines.set(number % 2 == 0 ? met::incrementAndGet : passed::countDown);
            if (number % 2 == 0) {
                assertTrue(deadline.meet());
            }
        });
        assertTrue(passed.await(PATIENCE, TimeUnit.SECONDS), () -> passed.getCount() + " have not passed");
        assertEquals(0, met.get());
    }

    @Test
    void aDeadlinePassesWhereItWasSet(Vertx vertx) throws Exception {
        var deadlines = new Deadlines(vertx, SOON);
        var first = vertx.getOrCreateContext();
        var set = new CompletableFuture<Context>();
        var passed = new CompletableFuture<Context>();
        first.runOnContext(start -> {
            set.complete(Vertx.currentContext());
            deadlines.set(() -> passed.complete(Vertx.currentContext()));
        });
        assertSame(set.get(PATIENCE, TimeUnit.SECONDS), passed.get(PATIENCE, TimeUnit.SECONDS));
    }

    /** Until one that was set later has passed too. */
    private static void waitFor(Deadlines deadlines) throws Exception {
        var later = new CompletableFuture<Void>();
        deadlines.set(() -> later.complete(null));
        later.get(PATIENCE, TimeUnit.SECONDS);
    }
}
