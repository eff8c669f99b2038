package broadside.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** That of a client who is told 503 and comes again a moment later, for up to a minute. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Executor MOMENT = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private Patience() {}

    /** The first answer that is not 503, or the last one. */
    public static CompletableFuture<Reply> with(Supplier<CompletableFuture<Reply>> send) {
        return until(System.nanoTime() + LONGEST.toNanos(), send);
    }

    private static CompletableFuture<Reply> until(long end, Supplier<CompletableFuture<Reply>> send) {
        return send.get()
                .thenCompose(reply -> reply.status() == 503 && System.nanoTime() < end
                        ? CompletableFuture.runAsync(() -> {}, MOMENT).thenCompose(moment -> until(end, send))
                        : CompletableFuture.completedFuture(reply));
    }
}
