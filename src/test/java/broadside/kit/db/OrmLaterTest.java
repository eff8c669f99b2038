package broadside.kit.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database is read before Hibernate is made; units of work wait for it. */
class OrmLaterTest {
    private static final Sql ONE = Sql.of("select 1 as one");

    private final Vertx vertx = Vertx.vertx();
    private final Promise<Orm> orm = Promise.promise();
    private final Database database =
            Database.open(vertx, TestDatabase.fresh(), orm.future(), new DatabaseFailures(Map.of()));

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void unitsOfWorkWait() {
        var unit = database.db().transaction(OrmLaterTest::one);
        assertEquals(List.of(1), await(one(database.reads())));
        assertFalse(unit.isComplete());
        try (var made = Orm.of(vertx, List.of())) {
            orm.complete(made);
            assertEquals(List.of(1), await(unit));
        }
    }

    @Test
    void withoutItTheyFail() {
        var unit = database.db().transaction(OrmLaterTest::one);
        orm.fail("cannot be made");
        assertThrows(CompletionException.class, () -> await(unit));
    }

    private static Future<List<Integer>> one(Reads reads) {
        return reads.list(ONE.with(), row -> row.getInteger("one"));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
