package broadside.transfer;

import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of anything that somebody wrote. */
final class Written {
    private Written() {}

    /** Why a text cannot be taken; nothing when it can. */
    static Optional<String> fault(@Nullable String text, int longest) {
        if (text == null || text.isEmpty()) {
            return Optional.of("it has no text");
        }
        if (Invisible.all(text)) {
            return Optional.of("its text shows nothing");
        }
        return WellFormed.codePoints(text) > longest
                ? Optional.of(String.format(Locale.ROOT, "its text is longer than %,d characters", longest))
                : Optional.empty();
    }

    /** When it was written; now where that is not known or yet to come. */
    static Instant at(@Nullable Instant time, Instant now, List<String> changes) {
        if (time == null) {
            changes.add("had no time, is of now");
            return now;
        }
        if (time.isAfter(now)) {
            changes.add("was of a time to come, is of now");
            return now;
        }
        return time;
    }
}
