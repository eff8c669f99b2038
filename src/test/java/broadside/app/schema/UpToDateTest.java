package broadside.app.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.kit.db.Database;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.DatabaseFailures;
import broadside.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The short way to see that there is nothing to migrate agrees with Flyway, and sees whatever differs. */
class UpToDateTest {
    private final Vertx vertx = Vertx.vertx();
    private final DatabaseAddress address = TestDatabase.fresh();
    private final Database database =
            Database.open(vertx, address, Future.failedFuture("none"), new DatabaseFailures(Map.of()));
    private final List<Script> migrations = Scripts.packed().migrations();

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void aDatabaseOfThisProgramIs() {
        assertEquals(false, isUpToDate(migrations));
        Migrations.run(address);
        assertEquals(true, isUpToDate(migrations));
    }

    @Test
    void oneThatLacksTheNewestOrHasMoreIsNot() {
        Migrations.run(address);
        assertEquals(false, isUpToDate(migrations.subList(0, migrations.size() - 1)));
        var more = new java.util.ArrayList<>(migrations);
        more.add(new Script("V999__more.sql", "select 1;"));
        assertEquals(false, isUpToDate(more));
    }

    @Test
    void oneWithAnythingElseInItsHistoryIsNot() throws SQLException {
        Migrations.run(address);
        for (var change : List.of(
                "version = '000.5'",
                "description = 'other'",
                "type = 'JDBC'",
                "script = 'V001__other.sql'",
                "checksum = checksum + 1",
                "success = false")) {
            change("create table kept as select * from flyway_schema_history");
            change("update flyway_schema_history set " + change + " where version = '001'");
            assertEquals(false, isUpToDate(migrations), change);
            change("truncate flyway_schema_history");
            change("insert into flyway_schema_history select * from kept");
            change("drop table kept");
            assertEquals(true, isUpToDate(migrations), "put back");
        }
    }

    private boolean isUpToDate(List<Script> all) {
        return await(new UpToDate(database.reads()).with(all));
    }

    private void change(String sql) throws SQLException {
        try (var connection = Jdbc.connect(address);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
