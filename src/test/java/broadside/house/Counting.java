package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.DatabaseProxy;
import broadside.testing.Eventually;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counts the statements that a request sends to the database. */
final class Counting {
    static final int ROUNDS = 8;
    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Counting() {}

    /** What reached the database in the round with the fewest statements. */
    static List<String> least(DatabaseProxy wire, Supplier<Runnable> prepare) {
        Eventually.holds(PATIENCE, "nothing is done in the background", () -> isQuiet(wire));
        return Stream.generate(prepare)
                .limit(ROUNDS)
                .map(request -> statements(wire, request))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** Mails that wait are sent one after the other, for longer than all rounds may take. */
    private static boolean isQuiet(DatabaseProxy wire) {
        wire.reset();
        LockSupport.parkNanos(QUIET.toNanos());
        return wire.statements() == 0;
    }

    private static List<String> statements(DatabaseProxy wire, Runnable request) {
        wire.reset();
        request.run();
        return wire.statementsText().stream().filter(Counting::isOfARequest).toList();
    }

    /** Every node reads the events it is woken for, whoever's they are. */
    private static boolean isOfARequest(String statement) {
        return !statement.startsWith("select e.xid::text");
    }

    static void assertCount(int expected, List<String> statements) {
        assertEquals(expected, statements.size(), () -> String.join("\n", statements));
    }
}
