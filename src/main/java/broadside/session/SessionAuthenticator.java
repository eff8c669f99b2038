package broadside.session;

import broadside.account.Presence;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sightings;
import broadside.kit.db.Sql;
import broadside.kit.db.Statement;
import broadside.kit.event.Event;
import broadside.kit.http.Authenticator;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose a token is, in one statement, and knows it by heart for a second at most: that is how long a token lives on a node
 * that does not hear of its end.
 */
public final class SessionAuthenticator implements Authenticator {
    private static final Duration BY_HEART = Duration.ofSeconds(1);
    private static final int TOKENS = 100_000;

    private static final Sql ACCESS = Sql.of("""
            select a.id, a.role, array['read', 'write', 'session'] as scopes, s.id as session, null::bigint as token, t.expires_at
            from access_token t join session s on s.id = t.session_id join account a on a.id = s.account_id
            where t.hash = ? and t.expires_at > ? and s.expires_at > ? and a.suspended_at is null""");
    private static final Sql PERSONAL = Sql.of("""
            select a.id, a.role, t.scopes, null::bigint as session, t.id as token, t.expires_at
            from personal_token t join account a on a.id = t.account_id
            where t.hash = ? and (t.expires_at is null or t.expires_at > ?) and a.suspended_at is null""");
    private static final Sql USED = Sql.of("""
            update personal_token t set last_used_at = greatest(t.last_used_at, used.at)
            from unnest(?::bigint[], ?::timestamptz[]) as used (id, at) where t.id = used.id""");

    private final Reads reads;
    private final Presence presence;
    private final Sightings uses;
    private final Sightings stays;
    private final Clock clock;
    private final Cache<Buffer, Known> known =
            Caffeine.newBuilder().maximumSize(TOKENS).expireAfterWrite(BY_HEART).build();

    public SessionAuthenticator(Reads reads, Presence presence, Clock clock) {
        this.reads = reads;
        this.presence = presence;
        this.clock = clock;
        this.uses = new Sightings(clock, USED);
        this.stays = new Sightings(clock, LastingToken.USED);
    }

    /**
     * What a token stands for.
     *
     * @param token     id of a personal access token; null: of a log-in
     * @param lasting   whether its use puts off the end of its log-in
     * @param expiresAt null: never
     * @param asked     when the database was asked, on {@link System#nanoTime}: an answer is as old as its question
     */
    private record Known(
            Viewer viewer,
            @Nullable Long token,
            boolean lasting,
            @Nullable Instant expiresAt,
            long asked) {
        boolean holds(Instant now) {
            var fresh = System.nanoTime() - asked < BY_HEART.toNanos();
            return fresh && (expiresAt == null || expiresAt.isAfter(now));
        }
    }

    @Override
    public Future<Viewer> authenticate(String token) {
        return known(new Secret(token)).map(found -> {
            note(found);
            return found.viewer();
        });
    }

    private Future<Known> known(Secret secret) {
        var hash = secret.hash();
        var heard = known.getIfPresent(hash);
        if (heard != null && heard.holds(clock.instant())) {
            return Future.succeededFuture(heard);
        }
        return lookUp(secret, hash).onSuccess(found -> known.put(hash, found));
    }

    private Future<Known> lookUp(Secret secret, Buffer hash) {
        var asked = System.nanoTime();
        return statement(secret, hash, clock.instant())
                .map(statement -> reads.first(statement, row -> record(row, lasts(secret), asked)))
                .orElse(Future.succeededFuture(Optional.empty()))
                .map(found -> found.orElseThrow(SessionProblems::invalidBearer));
    }

    /** Nothing for what cannot be a token: the database is not asked. */
    private static Optional<Statement> statement(Secret secret, Buffer hash, Instant now) {
        if (Secret.Kind.ACCESS.fits(secret.text()) || lasts(secret)) {
            return Optional.of(ACCESS.with(hash, now, now));
        }
        return Secret.Kind.PERSONAL.fits(secret.text()) ? Optional.of(PERSONAL.with(hash, now)) : Optional.empty();
    }

    private static boolean lasts(Secret secret) {
        return Secret.Kind.LASTING.fits(secret.text());
    }

    private static Known record(Row row, boolean lasting, long asked) {
        var viewer = new Viewer(
                row.getLong("id"),
                Role.of(row.getString("role")),
                Set.of(row.getArrayOfStrings("scopes")),
                row.getLong("session"));
        return new Known(viewer, row.getLong("token"), lasting, Rows.instant(row, "expires_at"), asked);
    }

    private void note(Known found) {
        presence.seen(found.viewer().id());
        if (found.token() != null) {
            uses.note(found.token());
        }
        if (found.lasting()) {
            stays.note(Objects.requireNonNull(found.viewer().session()));
        }
    }

    /** Asks anew where an event tells of an account itself, or of the end of its tokens: not of what others do about it. */
    public void hear(Event event) {
        if (event.kind().startsWith("account.") || event.kind().startsWith("password.")) {
            forget(event.subjectId());
        } else if (event.kind().endsWith(".revoked")) {
            forget(event.data().getLong("account"));
        }
    }

    private void forget(long account) {
        known.asMap().values().removeIf(heard -> heard.viewer().id() == account);
    }

    /** Asks anew for every token. */
    public void forgetAll() {
        known.invalidateAll();
    }

    /** Writes when personal tokens and lasting ones were used last. */
    public Future<Void> writeUses(Db db) {
        return uses.write(db).compose(done -> stays.write(db));
    }
}
