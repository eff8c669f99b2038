package broadside.app.schema;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One migration, as the program and the database know it.
 *
 * @param version as it is written, such as 004
 * @param script  the name of its file
 * @param at      when it was applied or undone
 * @param by      who did that
 * @param took    how long applying took
 */
public record Step(
        String version,
        String description,
        String script,
        State state,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable Duration took) {
    /** Where it stands. */
    public enum State {
        PENDING("pending"),
        APPLIED("applied"),
        UNDONE("undone"),
        FAILED("failed"),
        CHANGED("changed on disk"),
        /** Later ones have been applied. */
        SKIPPED("skipped"),
        /** Applied, and the program does not have it, though it has later ones. */
        MISSING("missing"),
        /** Applied by a newer program. */
        NEWER("newer");

        private final String words;

        State(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Whether the database has it now. */
    public boolean isApplied() {
        return state == State.APPLIED || state == State.CHANGED || state == State.MISSING || state == State.NEWER;
    }

    boolean isToCome() {
        return state == State.PENDING || state == State.UNDONE || state == State.FAILED;
    }

    /** Version and description, for people to read. */
    public String name() {
        return version + " (" + description + ")";
    }
}
