package broadside.app;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;

/** Hears of what other nodes did: follows the event table and lets caches forget. */
final class LiveVerticle extends AbstractVerticle {
    private final Rooms rooms;

    LiveVerticle(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public void start(Promise<Void> started) {
        rooms.listening().start().onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
        rooms.listening().stop().onComplete(stopped);
    }
}
