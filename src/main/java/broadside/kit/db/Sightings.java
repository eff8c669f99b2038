package broadside.kit.db;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When things were last seen: noted in memory, written in batches, at most once a minute for each. */
public final class Sightings {
    private static final Duration APART = Duration.ofMinutes(1);

    private final Clock clock;
    private final Sql update;
    private final Map<Long, Instant> written = new ConcurrentHashMap<>();
    private final Map<Long, Instant> unwritten = new ConcurrentHashMap<>();

    /**
     * Things whose times this statement writes.
     *
     * @param update writes a {@code bigint[]} of ids and a {@code timestamptz[]} of their times
     */
    public Sightings(Clock clock, Sql update) {
        this.clock = clock;
        this.update = update;
    }

    public void note(long id) {
        var now = clock.instant();
        var last = written.get(id);
        if (last == null || last.plus(APART).isBefore(now)) {
            written.put(id, now);
            unwritten.put(id, now);
        }
    }

    /** Writes what was noted since the last time; a failure loses nothing. */
    public Future<Void> write(Db db) {
        var batch = Map.copyOf(unwritten);
        if (batch.isEmpty()) {
            return Future.succeededFuture();
        }
        var ids = batch.keySet().stream().sorted().toArray(Long[]::new);
        var times = Arrays.stream(ids)
                .map(id -> OffsetDateTime.ofInstant(batch.get(id), ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return db.transaction(tx -> tx.execute(update.with(ids, times))).map(done -> {
            batch.forEach(unwritten::remove);
            forget();
            return null;
        });
    }

    private void forget() {
        var old = clock.instant().minus(APART);
        written.values().removeIf(time -> time.isBefore(old));
    }
}
