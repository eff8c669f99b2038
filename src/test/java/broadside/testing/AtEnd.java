package broadside.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when the JVM of the tests ends: the last to be asked for first, so that a program ends before its database. */
public final class AtEnd {
    private static final Deque<Runnable> WORK = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtEnd::run));
    }

    private AtEnd() {}

    public static synchronized void then(Runnable work) {
        WORK.push(work);
    }

    private static synchronized void run() {
        WORK.forEach(Runnable::run);
    }
}
