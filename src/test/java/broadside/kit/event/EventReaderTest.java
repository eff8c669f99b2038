package broadside.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.db.Database;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.DatabaseFailures;
import broadside.kit.db.Orm;
import broadside.kit.db.Wakeups;
import broadside.kit.event.EventReader.Mark;
import broadside.kit.event.EventReader.Seen;
import broadside.testing.Eventually;
import broadside.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids are given out before commits; readers miss nothing all the same, and see nothing twice. */
class EventReaderTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final DatabaseAddress address = TestDatabase.migrated();
    private final Vertx vertx = Vertx.vertx();
    private final Orm orm = Orm.of(vertx, List.of());
    private Database database;
    private EventReader reader;

    @BeforeEach
    void open() {
        database = Database.open(vertx, address, Future.succeededFuture(orm), new DatabaseFailures(Map.of()));
        reader = new EventReader(database.reads());
    }

    @AfterEach
    void close() {
        await(database.close());
        orm.close();
        await(vertx.close());
    }

    @Test
    void whatCommitsLateIsNotPassedOver() throws SQLException {
        try (var early = Writer.begun(address, 1)) {
            try (var late = Writer.begun(address, 2)) {
                late.commit();
            }
            assertEquals(List.of(), after(Mark.BEGINNING), "an older transaction may still bring something");
            early.commit();
        }
        var seen = seen(Mark.BEGINNING, 2);
        assertEquals(List.of(1L, 2L), subjects(seen));
        assertEquals(List.of(2L), subjects(after(seen.get(0).mark())));
        assertEquals(List.of(), after(seen.get(1).mark()));
    }

    @Test
    void whatIsRolledBackNeverWas() throws SQLException {
        try (var undone = Writer.begun(address, 1);
                var done = Writer.begun(address, 2)) {
            undone.rollback();
            done.commit();
        }
        assertEquals(List.of(2L), subjects(seen(Mark.BEGINNING, 1)));
    }

    @Test
    void transactionsAreOrderedByNumberNotByText() {
        for (var xid : List.of(9, 10, 99, 100)) {
            TestDatabase.execute(
                    address,
                    "insert into event (xid, kind, subject_type, subject_id) values ('" + xid
                            + "', 'thing.made', 'thing', " + xid + ")");
        }
        var seen = seen(Mark.BEGINNING, 4);
        assertEquals(List.of(9L, 10L, 99L, 100L), subjects(seen));
        assertEquals(List.of(), after(mark(seen)));
    }

    /** Who starts while a transaction is open will hear of it. */
    @Test
    void nowIsBeforeWhatIsNotFinished() throws SQLException {
        try (var before = Writer.begun(address, 1)) {
            before.commit();
        }
        seen(Mark.BEGINNING, 1);
        try (var open = Writer.begun(address, 2)) {
            var now = await(reader.now());
            open.commit();
            assertEquals(List.of(2L), subjects(seen(now, 1)));
        }
    }

    /** Eight writers, each with four transactions open at a time, which it ends in any order, some in vain. */
    @Test
    void aCrowdOfWritersIsReadOnceAndInOrder() throws Exception {
        var heard = new ConcurrentLinkedQueue<Long>();
        var listening = listening(event -> heard.add(event.subjectId()));
        var crowd = Executors.newFixedThreadPool(8);
        try {
            var writers = IntStream.range(0, 8)
                    .mapToObj(number -> crowd.submit(() -> new Writer(address, number).write(200)))
                    .toList();
            var read = new ArrayList<Seen>();
            Eventually.holds(SOON, "the writers are done", () -> {
                read.addAll(after(mark(read)));
                return writers.stream().allMatch(java.util.concurrent.Future::isDone);
            });
            var committed = new TreeSet<Long>();
            for (var writer : writers) {
                committed.addAll(writer.get());
            }
            Eventually.holds(SOON, "everything is read and heard", () -> {
                read.addAll(after(mark(read)));
                return read.size() >= committed.size() && heard.size() >= committed.size();
            });
            assertTrue(committed.size() > 1_000);
            assertEquals(committed, new TreeSet<>(subjects(read)), "every one");
            assertEquals(committed.size(), read.size(), "each once");
            assertEquals(subjects(read), List.copyOf(heard), "the listener heard the same in the same order");
        } finally {
            crowd.shutdownNow();
            await(listening.stop());
        }
    }

    private static Mark mark(List<Seen> read) {
        return read.isEmpty() ? Mark.BEGINNING : read.get(read.size() - 1).mark();
    }

    @Test
    void aListenerThatFailsGoesOnListening() throws SQLException {
        Queue<Long> heard = new ConcurrentLinkedQueue<>();
        var listening = listening(event -> {
            heard.add(event.subjectId());
            if (event.subjectId() == 1) {
                throw new IllegalStateException("cannot take this one");
            }
        });
        for (long subject = 1; subject <= 3; subject++) {
            try (var transaction = Writer.begun(address, subject)) {
                transaction.commit();
            }
            long told = subject;
            Eventually.holds(Duration.ofSeconds(10), "event " + told + " is heard", () -> heard.contains(told));
        }
        assertEquals(List.of(1L, 2L, 3L), List.copyOf(heard));
        await(listening.stop());
    }

    private Listening listening(Consumer<Event> listener) {
        var listening = new Listening(vertx, reader, new Wakeups(vertx, address), listener);
        var loop = vertx.getOrCreateContext();
        await(Future.<Void>future(
                started -> loop.runOnContext(go -> listening.start().onComplete(started))));
        return listening;
    }

    private List<Seen> seen(Mark from, int count) {
        var read = new ArrayList<Seen>();
        Eventually.holds(SOON, count + " events", () -> {
            read.addAll(after(read.isEmpty() ? from : mark(read)));
            return read.size() >= count;
        });
        return read;
    }

    private List<Seen> after(Mark mark) {
        return await(reader.after(mark));
    }

    private static List<Long> subjects(List<Seen> seen) {
        return seen.stream().map(one -> one.event().subjectId()).toList();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
