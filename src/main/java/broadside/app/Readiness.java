package broadside.app;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Whether this program can serve: not before its start is done, not while its database is away, and not once it is stopping. */
public final class Readiness {
    private volatile Supplier<Future<Void>> database = () -> Future.failedFuture("starting");
    private volatile boolean draining;

    /** Started: from now on the database's answer decides. */
    public void up(Supplier<Future<Void>> ping) {
        database = ping;
    }

    /** On the way down. */
    public void drain() {
        draining = true;
    }

    Future<Void> check() {
        return draining ? Future.failedFuture("stopping") : database.get();
    }
}
