package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration gives way to those who use its table, and comes again. */
class BusyTableTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WAITERS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like 'alter table shelf%'""";

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    Path scripts;

    @Test
    void itIsTriedAgainUntilTheTableIsFree() throws Exception {
        Files.writeString(scripts.resolve("V001__shelf.sql"), "create table shelf (id bigint primary key);");
        migrate();
        Files.writeString(scripts.resolve("V002__other.sql"), "create table other (id bigint primary key);");
        Files.writeString(
                scripts.resolve("V003__title.sql"),
                "set local lock_timeout = '150ms'; alter table shelf add column title text;");
        try (var reader = TestDatabase.connect(database);
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from shelf");
            var migration = CompletableFuture.supplyAsync(this::migrate);
            Eventually.holds(SOON, "it waits", () -> "1".equals(waiters()));
            Eventually.holds(SOON, "it gives way", () -> "0".equals(waiters()));
            Eventually.holds(SOON, "it comes again", () -> "1".equals(waiters()));
            reader.rollback();
            assertEquals("2, 3", migration.get());
        }
    }

    /** The versions that were applied. */
    private String migrate() {
        return String.join(
                ", ",
                new Migrations(database, Scripts.in(scripts))
                        .toNewest(() -> false).stream()
                                .map(step -> step.version.replaceFirst("^0+", ""))
                                .toList());
    }

    private String waiters() {
        return String.valueOf(TestDatabase.ask(database, WAITERS));
    }
}
