package broadside.fault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Server;
import broadside.testing.TestDatabase;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;

/** Lets 64 clients ask for everything there is while something breaks and is whole again. */
final class Faults {
    private static final String LISTENERS =
            "select count(*) from pg_stat_activity where datname = current_database() and query ilike 'listen%'";
    /** One fault at a time, for all JVMs of the tests: the promised times are not for a machine that stands two at once. */
    private static final Path TURN = Path.of("target", "fault-turn");

    private static final int PEOPLE = 58;
    private static final int JOURNALS = 4;
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration FAULT = Duration.ofSeconds(4);
    private static final Duration BACK = Duration.ofSeconds(2);

    private final Server server;
    private final Visitor visitor;

    Faults(Server server) {
        this.server = server;
        this.visitor = new Visitor(server);
    }

    Visitor visitor() {
        return visitor;
    }

    /** Something that breaks or mends. */
    interface Step {
        void run() throws Exception;
    }

    /**
     * Two seconds after the end everything is served again, and no connection is lost to the pool. What was acknowledged to those who
     * keep a journal is stored, and stored once.
     */
    void during(Step begin, Step end) throws Exception {
        var answers = new Answers();
        try (var turn = FileChannel.open(TURN, CREATE, WRITE);
                var alone = turn.lock();
                var crowd = new Crowd(answers).of(PEOPLE, visitor.light()).of(2, visitor.heavy());
                var journal = new Journal(visitor.susan(), JOURNALS)) {
            crowd.goOn(System.nanoTime(), BEFORE);
            begin.run();
            crowd.goOn(System.nanoTime(), FAULT);
            assertEquals(200, visitor.live().status());
            end.run();
            crowd.goOn(System.nanoTime(), BACK);
            assertTrue(alone.isValid(), "another fault may have run beside this one");
            journal.finish();
            journal.check(server.database());
        }
        answers.check();
        everythingWorks();
    }

    void everythingWorks() throws Exception {
        var after = new Answers();
        visitor.light().forEach((what, request) -> assertTrue(after.ask(what, request), after::lastRefusal));
        visitor.heavy().forEach((what, request) -> assertTrue(after.ask(what, request), after::lastRefusal));
        after.check();
        FullPool.check(server, visitor);
        awaitListening();
    }

    /** The connection that waits for notifications is made again. */
    private void awaitListening() {
        long latest = System.nanoTime() + BACK.toNanos();
        while ("0".equals(TestDatabase.ask(server.database(), LISTENERS))) {
            assertTrue(System.nanoTime() < latest, "nobody listens");
        }
    }
}
