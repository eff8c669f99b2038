package broadside.app;

import broadside.app.embedded.EmbeddedDatabase;
import broadside.kit.db.Database;
import broadside.kit.db.Orm;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** What a start has opened so far. It is closed in the opposite order whenever the end comes, in the middle of a start too. */
final class Opened {
    private final Vertx vertx;
    private @Nullable EmbeddedDatabase embedded;
    private @Nullable Orm orm;
    private @Nullable Database database;
    private @Nullable Rooms rooms;

    Opened(Vertx vertx) {
        this.vertx = vertx;
    }

    EmbeddedDatabase add(EmbeddedDatabase opened) {
        embedded = opened;
        return opened;
    }

    /** Makes sure that a database of our own lets us in. */
    void enter() {
        if (embedded != null) {
            embedded.enter();
        }
    }

    Orm add(Orm opened) {
        orm = opened;
        return opened;
    }

    Database add(Database opened) {
        database = opened;
        return opened;
    }

    Rooms add(Rooms opened) {
        rooms = opened;
        return opened;
    }

    @Nullable
    Rooms rooms() {
        return rooms;
    }

    Future<Void> close() {
        return closeRooms()
                .transform(closed -> closeDatabase())
                .onComplete(closed -> closeOrm())
                .transform(closed -> closeEmbedded())
                .otherwiseEmpty();
    }

    private Future<Void> closeRooms() {
        return rooms == null ? Future.succeededFuture() : rooms.close();
    }

    private Future<Void> closeDatabase() {
        return database == null ? Future.succeededFuture() : database.close();
    }

    private void closeOrm() {
        if (orm != null) {
            orm.close();
        }
    }

    private Future<Void> closeEmbedded() {
        var server = embedded;
        return server == null
                ? Future.succeededFuture()
                : vertx.executeBlocking(
                        () -> {
                            server.close();
                            return null;
                        },
                        false);
    }
}
