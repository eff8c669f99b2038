package broadside.kit.password;

import broadside.kit.problem.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Hashes and verifies passwords with Argon2id, two at a time, so that log-ins never starve everything else. Up to 64 wait, none
 * longer than two seconds; then the answer is 503. Hashes of {@link WerkzeugHash} are verified too.
 */
public final class Passwords implements AutoCloseable {
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final LongAdder verifications = new LongAdder();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_A_TIME, AT_A_TIME, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Passwords::thread);
    /** Verified against when there is no such account, so that both cases cost the same. */
    private final String nobody = Argon2.ofNobody();

    private final Timer wait;
    private final Timer work;

    /** Measured by nobody. */
    public Passwords(Vertx vertx) {
        this(vertx, new CompositeMeterRegistry());
    }

    /** @param registry is told how many are worked on, how many wait, and how long both take */
    public Passwords(Vertx vertx, MeterRegistry registry) {
        this.vertx = vertx;
        workers.allowCoreThreadTimeOut(true);
        Gauge.builder("broadside.passwords.waiting", workers, pool -> pool.getQueue()
                        .size())
                .description("Passwords that wait to be hashed or verified")
                .register(registry);
        Gauge.builder("broadside.passwords.working", workers, ThreadPoolExecutor::getActiveCount)
                .description("Passwords being hashed or verified")
                .register(registry);
        wait = Timer.builder("broadside.passwords.wait")
                .description("How long passwords waited")
                .register(registry);
        work = Timer.builder("broadside.passwords")
                .description("How long hashing or verifying one took")
                .register(registry);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "password");
        thread.setDaemon(true);
        return thread;
    }

    public Future<String> hash(String password) {
        return submit(() -> Argon2.hash(password));
    }

    /** Whether the password is the one of this hash. */
    public Future<Boolean> verify(String password, String hash) {
        verifications.increment();
        return submit(() -> outdated(hash) ? WerkzeugHash.verify(password, hash) : Argon2.verify(password, hash));
    }

    /** Whether it is a hash that was not made here and is to be replaced at the first chance. */
    public static boolean outdated(String hash) {
        return !hash.startsWith(Argon2.PREFIX);
    }

    /** How many passwords were verified so far, those of nobody among them. */
    public long verifications() {
        return verifications.sum();
    }

    /** Does the work of {@link #verify} for an account that is not there; always false. */
    public Future<Boolean> verifyNobody(String password) {
        return verify(password, nobody).map(false);
    }

    private <T> Future<T> submit(Supplier<T> what) {
        Promise<T> promise = Promise.promise();
        var asked = System.nanoTime();
        try {
            workers.execute(() -> run(what, asked, promise));
        } catch (RejectedExecutionException full) {
            return Future.failedFuture(busy());
        }
        var context = vertx.getOrCreateContext();
        Promise<T> here = Promise.promise();
        promise.future().onComplete(result -> context.runOnContext(back -> here.handle(result)));
        return here.future();
    }

    private <T> void run(Supplier<T> what, long asked, Promise<T> promise) {
        var waited = System.nanoTime() - asked;
        wait.record(waited, TimeUnit.NANOSECONDS);
        if (waited > PATIENCE.toNanos()) {
            promise.fail(busy());
            return;
        }
        try {
            promise.complete(work.record(what));
        } catch (RuntimeException failure) {
            promise.fail(failure);
        }
    }

    private static Problem busy() {
        return Problem.unavailable("Too many log-ins at once. Try again in a moment.");
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
