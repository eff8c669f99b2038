package broadside.testing;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockedLoopsTest {
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(900);

    private final Vertx vertx = Vertx.vertx(BlockedLoops.options());

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        while (found()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void findsALoopThatWaits() {
        assertFound(() -> {
            var until = System.nanoTime() + LONG;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        });
    }

    @Test
    void findsALoopThatComputes() {
        assertFound(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            var until = threads.getCurrentThreadCpuTime() + LONG;
            while (threads.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
            }
        });
    }

    private void assertFound(Runnable work) {
        BlockedLoops.watch(vertx);
        vertx.runOnContext(start -> work.run());
        Eventually.holds(Duration.ofSeconds(30), "the loop is found", BlockedLoopsTest::found);
    }

    private static boolean found() {
        try {
            BlockedLoops.check();
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }
}
