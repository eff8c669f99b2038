package broadside.app.shell;

import broadside.app.Rooms;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.Future;
import java.util.concurrent.CountDownLatch;

/** What snippets reach of the program they run in. */
public final class Bound {
    /** Inherited: a shell on a terminal may begin threads of its own. */
    private static final InheritableThreadLocal<Rooms> ROOMS = new InheritableThreadLocal<>();

    private Bound() {}

    static void bind(Rooms rooms) {
        ROOMS.set(rooms);
    }

    static void unbind() {
        ROOMS.remove();
    }

    /** The object graph. */
    public static Rooms rooms() {
        return ROOMS.get();
    }

    /** Waits, and throws what the future failed with. */
    public static <T> T await(Future<T> future) {
        var done = new CountDownLatch(1);
        future.onComplete(result -> done.countDown());
        try {
            done.await();
        } catch (InterruptedException stopped) {
            throw new StartupFailure("The shell was interrupted.", stopped);
        }
        if (future.failed()) {
            throw future.cause() instanceof RuntimeException known ? known : new IllegalStateException(future.cause());
        }
        return future.result();
    }
}
