package broadside.app.export;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Waits: for commands only. */
final class Patience {
    private Patience() {}

    /** Throws what it failed with. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }
}
