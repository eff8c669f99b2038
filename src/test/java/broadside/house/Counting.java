package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.DatabaseProxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Counts the statements that a request sends to the database. */
final class Counting {
    /** More than there are connections: each plans a statement once, which may take so long that a job comes in between. */
    static final int ROUNDS = 24;

    private Counting() {}

    /** What reached the database in each round, which takes place when it is looked at. */
    static Stream<List<String>> rounds(DatabaseProxy wire, Supplier<Runnable> prepare) {
        return Stream.generate(prepare).limit(ROUNDS).map(request -> statements(wire, request));
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

    /** That so many are sent in the first round that has no more of them, or the round that has the fewest. */
    static void assertCount(int expected, Stream<List<String>> rounds) {
        var seen = new ArrayList<List<String>>();
        var found = rounds.peek(seen::add).anyMatch(statements -> statements.size() <= expected);
        var least = Collections.min(seen, Comparator.comparingInt(List::size));
        assertEquals(expected, least.size(), () -> (found ? "fewer\n" : "more\n") + String.join("\n", least));
    }
}
