package broadside.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import broadside.kit.db.Orm;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A start makes the entities known while its database is not there yet. */
@ExtendWith(VertxExtension.class)
class OrmTest {
    @Test
    void entitiesAreKnownWithoutADatabase(Vertx vertx) {
        assertDoesNotThrow(() -> Orm.of(vertx, Rooms.entities()).close());
    }
}
