package broadside.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.schema.Migrations;
import broadside.app.schema.Scripts;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Client;
import broadside.testing.Guests;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expand, migrate, contract, while people write and read: nobody is refused, nobody waits longer than an answer may take. */
class UnderLoadTest {
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Path SQL = Path.of("sql");
    private static final Path NEWER = Path.of("src/test/resources/newer");
    private static final String ROWS = """
            alter table post disable trigger user;
            insert into post (author_id, body, html, excerpt, reading_minutes, tags, status, visibility, published_at, created_at, updated_at)
            select a.id, 'old', '<p>old</p>', 'old', 1, '{}', 'published', 'public', now(), now(), now()
            from generate_series(1, 20000) n, (select min(id) as id from account) a;
            alter table post enable trigger user;""";
    private static final String BEFORE_THE_EXAMPLE = """
            drop trigger post_edited_for_entries on post;
            drop trigger post_written_for_entries on post;
            drop function post_entered;""";
    private static final String BY_AN_OLD_PROGRAM = """
            insert into post (author_id, body, html, excerpt, reading_minutes, tags, status, visibility, published_at, created_at, updated_at)
            select min(id), 'old', '<p>old</p>', 'old', 1, '{}', 'published', 'public', now(), now(), now() from account""";
    private static final String ENTRIES = """
            select count(*) from post p where 1 <> (select count(*) from entry e where e.post_id = p.id and not e.repost)""";

    private final DatabaseAddress database = TestDatabase.fresh();

    @TempDir
    Path scripts;

    @BeforeEach
    void gather() throws IOException {
        copy(NEWER.resolve("V900__words.sql"), "V900__words.sql");
        copy(NEWER.resolve("V901__words_fill.sql"), "V901__words_fill.sql");
        copy(SQL.resolve("V019__entries_by_trigger.sql"), "V902__entries_by_trigger.sql");
        copy(SQL.resolve("V020__entries_again.sql"), "V903__entries_again.sql");
        for (var outside : List.of("V901__words_fill.sql", "V903__entries_again.sql")) {
            Files.writeString(scripts.resolve(outside + ".conf"), "executeInTransaction=false");
        }
    }

    private void copy(Path from, String name) throws IOException {
        Files.copy(from, scripts.resolve(name));
    }

    @Test
    void nobodyIsRefusedAndNobodyWaitsForLong() throws Exception {
        try (var old = Server.start(database, Map.of());
                var load = new Load()) {
            var people = Guests.of(old, 6);
            TestDatabase.execute(database, ROWS + BEFORE_THE_EXAMPLE);
            load.by(people.subList(0, 3));
            try (var newer = Server.start(database, Map.of(), Scripts.packedAnd(scripts))) {
                TestDatabase.execute(database, BY_AN_OLD_PROGRAM);
                load.by(at(newer, people.subList(3, 6)));
                goesOn(load);
                assertEquals(
                        "0", ask("select count(*) from post where words is null and body = 'old' and id <= 20000"));
                assertEquals("0", ask(ENTRIES), "one entry for each post, whichever program published it");
                copy(NEWER.resolve("V904__entries_contract.sql"), "V904__entries_contract.sql");
                new Migrations(database, Scripts.packedAnd(scripts)).toNewest(() -> false);
                goesOn(load);
                load.close();
            }
            report(load);
            assertEquals(List.of(), load.failures());
            assertTrue(load.slowest().compareTo(LONGEST) < 0, () -> "the slowest: " + load.slowest());
            assertEquals("0", ask(ENTRIES), "those that are left write entries themselves");
        }
    }

    private static List<Client> at(Server node, List<Client> people) {
        return people.stream().map(person -> node.client().with(person.token())).toList();
    }

    /** Both nodes have answered some more. */
    private static void goesOn(Load load) {
        int before = load.answered();
        broadside.testing.Eventually.holds(
                Duration.ofSeconds(60), "the load goes on", () -> load.answered() > before + 100);
    }

    private void report(Load load) {
        System.out.println(load.answered() + " requests while the schema grew, the slowest "
                + load.slowest().toMillis() + " ms, failed " + load.failures().size());
    }

    private String ask(String question) {
        return String.valueOf(TestDatabase.ask(database, question));
    }
}
