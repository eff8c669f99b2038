package broadside.kit.db;

import java.time.Duration;

/**
 * How long anything may take. Each is shorter than the one that waits for it, so that the inner one ends first and a request
 * always gets an answer: lock &lt; statement &lt; unit of work, waiting for a connection included &lt; answer (2 s; three are
 * promised).
 */
public final class Limits {
    public static final Duration LOCK = Duration.ofMillis(1_000);
    /** Whoever only reads holds up all who stand behind in the same connection. */
    public static final Duration LOCK_TO_READ = Duration.ofMillis(200);

    public static final Duration STATEMENT = Duration.ofMillis(1_500);
    public static final Duration IDLE_IN_TRANSACTION = Duration.ofMillis(5_000);
    /** From asking for a connection to COMMIT, and for a read from question to answer. */
    public static final Duration UNIT_OF_WORK = Duration.ofMillis(1_800);

    public static final Duration CONNECT = Duration.ofMillis(700);
    /** After so long without a word from the server a connection, even one that is just being made, is given up. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    /**
     * After so long without use a connection leaves its pool. The server has no reason to say anything on it meanwhile: one that is
     * handed out has to have a unit of work before it until its {@link #SILENCE} is over.
     */
    public static final Duration UNUSED = Duration.ofSeconds(25);

    private Limits() {}
}
