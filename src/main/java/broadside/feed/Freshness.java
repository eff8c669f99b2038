package broadside.feed;

import broadside.kit.http.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to tell the time of the last change. */
final class Freshness {
    /** By then whatever was being written is there: from then on a time tells one state from another. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private Freshness() {}

    /** With the time of its last change, unless that has only just been. */
    static Answer dated(Answer answer, Instant changed, Clock clock) {
        return changed.isBefore(clock.instant().minus(SETTLED)) ? answer.changed(changed) : answer;
    }
}
