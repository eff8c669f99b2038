package broadside.app;

import broadside.app.telemetry.EventLoops;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whether this program can serve: not before its start is done, not while its database is away, and not once it is stopping. */
public final class Readiness {
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final String OK = "ok";

    private final EventLoops eventLoops;
    private volatile Supplier<Future<Boolean>> schema = () -> Future.failedFuture("starting");
    private volatile String phase = "starting";

    Readiness(EventLoops eventLoops) {
        this.eventLoops = eventLoops;
    }

    /**
     * What was found.
     *
     * @param checks what was looked at, and {@code ok} or what is wrong with it
     */
    record Findings(Map<String, String> checks) {
        boolean ready() {
            return checks.values().stream().allMatch(OK::equals);
        }
    }

    /** Started: from now on what is found decides. */
    void up(SchemaPresence presence) {
        schema = presence::check;
        phase = OK;
    }

    /** On the way down. */
    public void drain() {
        phase = "stopping";
    }

    Future<Findings> check() {
        var checks = new TreeMap<>(Map.of("program", phase, "eventLoops", loops()));
        if (!phase.equals(OK)) {
            return Future.succeededFuture(new Findings(checks));
        }
        return schema.get().transform(present -> {
            checks.put("database", present.succeeded() ? OK : "no answer");
            checks.put("migrations", migrations(present.succeeded(), present.succeeded() && present.result()));
            return Future.succeededFuture(new Findings(checks));
        });
    }

    private static String migrations(boolean known, boolean present) {
        return present ? OK : known ? "taken back" : "unknown";
    }

    private String loops() {
        var lag = eventLoops.lag();
        return lag.compareTo(LATE) < 0 ? OK : "late by " + lag.toMillis() + " ms";
    }
}
