package broadside.kit.problem;

import org.jspecify.annotations.Nullable;

/** A start-up failure the user can mend: one line that says what is wrong and what to do. */
public final class StartupFailure extends RuntimeException {
    public StartupFailure(String line) {
        super(line);
    }

    public StartupFailure(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
