package broadside.kit.http;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests are under way, and whether connections are to end after their next answer. */
public final class Traffic {
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();

    void begin() {
        underWay.incrementAndGet();
    }

    void end() {
        underWay.decrementAndGet();
    }

    public int underWay() {
        return underWay.get();
    }

    /** From now on every answer says {@code Connection: close}. */
    public void drain() {
        draining.set(true);
    }

    public boolean draining() {
        return draining.get();
    }
}
