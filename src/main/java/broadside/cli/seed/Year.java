package broadside.cli.seed;

import java.time.Duration;
import java.time.Instant;

/** The year in which everything happened, up to now. */
record Year(Instant now) {
    private static final Duration LENGTH = Duration.ofDays(365);
    /** In what is left, nobody new comes. */
    private static final Duration ARRIVALS = Duration.ofDays(300);

    private static final Duration LAST_WEEKS = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    Instant start() {
        return now.minus(LENGTH);
    }

    /** When one of so many accounts is opened, the first at the beginning. */
    Instant arrival(int number, int all) {
        return start().plusMillis(ARRIVALS.toMillis() * number / all);
    }

    /** When one of so many posts comes out, the first first. */
    Instant publication(long number, long all, Dice dice) {
        var step = Math.max(1, LENGTH.toMillis() / all);
        return start().plusMillis(LENGTH.toMillis() * number / all + dice.below(step));
    }

    /** When somebody was here the last time. */
    Instant visit(Instant since, Dice dice) {
        var seen = now.minusMillis(dice.below(LAST_WEEKS.toMillis()));
        return seen.isAfter(since) ? seen : since;
    }

    /** Some time in the week after something. */
    Instant soonAfter(Instant at, Dice dice) {
        var left = Math.min(WEEK.toMillis(), Duration.between(at, now).toMillis());
        return left <= 0 ? at : at.plusMillis(dice.below(left));
    }
}
