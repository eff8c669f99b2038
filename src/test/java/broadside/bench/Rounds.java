package broadside.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Rounds of the same requests to one server; each figure is that of the round that was disturbed least. */
final class Rounds {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(90);
    /** What writes takes some ten thousand requests until it is compiled. */
    private static final int WARM_REQUESTS = 20_000;

    private final Load load;
    private final LongSupplier server;
    private final LongSupplier postgres;
    private final List<Round> rounds = new ArrayList<>();

    /** Two counters of processor time in microseconds. */
    Rounds(Load load, LongSupplier server, LongSupplier postgres) {
        this.load = load;
        this.server = server;
        this.postgres = postgres;
    }

    private record Round(double micros, double postgresMicros, Load.Result result) {}

    /** Until the just-in-time compiler has had its time. */
    void warm(int requests) {
        long begin = System.nanoTime();
        for (int sent = 0; !isWarm(sent, System.nanoTime() - begin); sent += requests) {
            load.run(requests);
        }
    }

    private static boolean isWarm(int sent, long nanos) {
        return nanos > LONGEST_WARM_UP.toNanos() || (nanos > WARM_UP.toNanos() && sent >= WARM_REQUESTS);
    }

    void run(int requests) {
        long before = server.getAsLong();
        long postgresBefore = postgres.getAsLong();
        var result = load.run(requests);
        rounds.add(new Round(
                (server.getAsLong() - before) / (double) requests,
                (postgres.getAsLong() - postgresBefore) / (double) requests,
                result));
    }

    /** The server's processor time for a request. */
    double micros() {
        return least(Round::micros);
    }

    /** PostgreSQL's processor time for a request. */
    double postgresMicros() {
        return least(Round::postgresMicros);
    }

    /** Requests in a second. */
    double rate() {
        return -least(round -> -round.result().rate());
    }

    /** In milliseconds. */
    double p99() {
        return least(round -> round.result().p99());
    }

    /** How many in a hundred were answered 503. */
    double refused() {
        return least(round -> 100.0 * round.result().refused() / round.result().requests());
    }

    private double least(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }
}
