package broadside.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Rounds of the same requests to one server; each figure is that of the round that was disturbed least. */
final class Rounds {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
    private static final int ROUNDS_AT_REST = 3;
    /** Of the server's processor time, what its compilers may still take. */
    private static final double AT_REST = 0.03;

    private final Load load;
    private final LongSupplier server;
    private final LongSupplier compilers;
    private final LongSupplier postgres;
    private final List<Round> rounds = new ArrayList<>();

    /** Of the server with this process id; PostgreSQL's processor time is counted in microseconds. */
    Rounds(Load load, long server, LongSupplier postgres) {
        this.load = load;
        this.server = Cpu.of(server);
        this.compilers = Cpu.compilers(server);
        this.postgres = postgres;
    }

    private record Round(double micros, double postgresMicros, Load.Result result) {}

    /** Until the just-in-time compilers have come to rest: what writes takes tens of thousands of requests. */
    void warm(int requests) {
        long begin = System.nanoTime();
        int atRest = 0;
        while (!isWarm(atRest, System.nanoTime() - begin)) {
            long all = server.getAsLong();
            long compiling = compilers.getAsLong();
            load.run(requests);
            boolean rest = compilers.getAsLong() - compiling <= AT_REST * (server.getAsLong() - all);
            atRest = rest ? atRest + 1 : 0;
        }
    }

    private static boolean isWarm(int roundsAtRest, long nanos) {
        return nanos > LONGEST_WARM_UP.toNanos() || (nanos > WARM_UP.toNanos() && roundsAtRest >= ROUNDS_AT_REST);
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
