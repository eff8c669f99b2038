package broadside.docs;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when somebody first asks for it, and kept: a start need not wait for what few ever visit. */
final class Once<T> {
    private final Supplier<T> make;
    private final AtomicReference<@Nullable Future<T>> made = new AtomicReference<>();

    /** @param make may block, and what it fails with is kept as well */
    Once(Supplier<T> make) {
        this.make = make;
    }

    /** Asks on an event loop; the making is done on a worker thread. */
    Future<T> get() {
        var already = made.get();
        return already == null ? first() : already;
    }

    private Future<T> first() {
        Promise<T> promise = Promise.promise();
        var mine = promise.future();
        var theirs = made.compareAndExchange(null, mine);
        if (theirs != null) {
            return theirs;
        }
        Vertx.currentContext().executeBlocking(make::get, false).onComplete(promise);
        return mine;
    }
}
