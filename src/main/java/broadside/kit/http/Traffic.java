package broadside.kit.http;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests under way, who is told of them, and whether connections are to end after their next answer. */
public final class Traffic {
    private final List<Audience> audience;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final RequestIds ids = new RequestIds();

    /** Told to nobody. */
    public Traffic() {
        this(List.of());
    }

    public Traffic(List<Audience> audience) {
        this.audience = List.copyOf(audience);
    }

    /** For a request that brings no usable id of its own. */
    String nextId() {
        return ids.next();
    }

    void begin(String method, String route) {
        underWay.incrementAndGet();
        audience.forEach(hears -> hears.begins(method, route));
    }

    void end(Served served) {
        underWay.decrementAndGet();
        audience.forEach(hears -> hears.ends(served));
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
