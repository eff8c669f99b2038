package broadside.session;

import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.RateLimit;
import broadside.kit.http.RateLimits;
import broadside.kit.password.Passwords;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** The door of log-ins. */
public final class Sessions {
    /** Held until the log-in is committed, so that a password changed meanwhile finds it and ends it. */
    private static final Sql STILL = Sql.of("""
            select a.id from account a join password p on p.account_id = a.id
            where a.id = ? and p.hash = ? and a.suspended_at is null for key share of a for share of p""");

    /** What a refusal takes in any case: hashes from elsewhere take longer than our own, and time would tell of an account. */
    private static final Duration REFUSAL = Duration.ofMillis(400);

    private final Vertx vertx;
    private final Db db;
    private final Reads reads;
    private final Passwords passwords;
    private final HashRenewal renewal;
    private final RateLimits limits;
    private final Clock clock;

    public Sessions(Vertx vertx, Db db, Reads reads, Passwords passwords, RateLimits limits, Clock clock) {
        this.vertx = vertx;
        this.db = db;
        this.reads = reads;
        this.passwords = passwords;
        this.renewal = new HashRenewal(db, reads, passwords);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Logs somebody in. Fails with 401 {@code invalid-credentials}, the same for a name nobody has and a wrong password, and with
     * 403 {@code suspended} only after the right one.
     */
    Future<Tokens> logIn(LogIn logIn) {
        return logIn(logIn, (tx, session) -> Tokens.issue(tx, session, clock.instant()));
    }

    /** The same for clients that know one token only, which lasts as long as it is used. */
    public Future<LastingToken> logInToStay(LogIn logIn) {
        return logIn(logIn, LastingToken::issue);
    }

    /** Logs in somebody who has just registered. */
    public Future<LastingToken> welcome(long account, Origin origin) {
        return db.transaction(tx -> begin(tx, account, origin, LastingToken::issue));
    }

    /** The same for other kinds of tokens. */
    <T> Future<T> logIn(LogIn logIn, BiFunction<Tx, Session, Future<T>> issue) {
        limits.require(RateLimit.LOGIN, "login " + logIn.key());
        return prove(logIn)
                .compose(credential -> credential.suspended()
                        ? Future.failedFuture(SessionProblems.suspended())
                        : renewal.of(credential, logIn.password()))
                .compose(credential -> db.transaction(
                        tx -> still(tx, credential).compose(account -> begin(tx, account, logIn.origin(), issue))));
    }

    private Future<Credential> prove(LogIn logIn) {
        var pause = vertx.timer(REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
        return Credential.byLogin(reads, logIn.login())
                .compose(found ->
                        Credential.prove(passwords, found, logIn.password(), SessionProblems::invalidCredentials))
                .recover(refused -> pause.transform(passed -> Future.failedFuture(refused)));
    }

    private static Future<Long> still(Tx tx, Credential credential) {
        return tx.first(STILL.with(credential.account(), credential.hash()), row -> row.getLong("id"))
                .map(account -> account.orElseThrow(SessionProblems::invalidCredentials));
    }

    /** Begins a session of somebody who has proven who she is. */
    <T> Future<T> begin(Tx tx, long account, Origin origin, BiFunction<Tx, Session, Future<T>> issue) {
        return tx.persist(Session.begin(account, origin, clock.instant()))
                .compose(session -> Outbox.add(tx, begun(session)).compose(told -> issue.apply(tx, session)));
    }

    private static Event begun(Session session) {
        return Event.of("session.begun", session.accountId(), "session", session.id());
    }

    /**
     * Trades a refresh token for new tokens. Fails with 401 {@code invalid-token} when it is unknown, expired or was used more than
     * {@link RefreshToken#GRACE} ago; the last of these ends the session, for good although the answer is a failure.
     */
    Future<Tokens> refresh(Secret secret, String address) {
        return db.transaction(tx -> RefreshToken.lockSession(tx, secret)
                        .map(session -> session.orElseThrow(SessionProblems::invalidRefresh))
                        .compose(session -> RefreshToken.find(tx, secret)
                                .map(token -> token.orElseThrow(SessionProblems::invalidRefresh))
                                .compose(token -> rotate(tx, session, token, address))))
                .map(tokens -> tokens.orElseThrow(SessionProblems::invalidRefresh));
    }

    private Future<Optional<Tokens>> rotate(Tx tx, Session session, RefreshToken token, String address) {
        var now = clock.instant();
        if (token.over(now) || session.over(now)) {
            return Future.succeededFuture(Optional.empty());
        }
        if (token.stolen(now)) {
            return Revocations.session(tx, session.accountId(), session.id(), null)
                    .map(Optional.empty());
        }
        if (token.suspended()) {
            return Future.failedFuture(SessionProblems.suspended());
        }
        session.use(address, now);
        return token.use(tx, now)
                .compose(used -> Tokens.issue(tx, session, now))
                .map(Optional::of);
    }

    /** Ends one log-in; 404 when the account has none with this id. */
    Future<Void> revoke(long account, long session) {
        return db.transaction(tx -> Revocations.session(tx, account, session, account))
                .map(count -> {
                    if (count == 0) {
                        throw Problem.notFound();
                    }
                    return null;
                });
    }

    /** Ends the log-in that asks; one that has ended already stays so. */
    Future<Void> logOut(long account, long session) {
        return db.transaction(tx -> Revocations.session(tx, account, session, account))
                .mapEmpty();
    }

    Future<Void> revokeOthers(long account, long kept) {
        return db.transaction(tx -> Revocations.otherSessions(tx, account, kept))
                .mapEmpty();
    }

    /** The mapped classes of this room. */
    public static List<Class<?>> entities() {
        return List.of(Session.class);
    }
}
