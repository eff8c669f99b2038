package broadside.session;

import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.Call;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;

/**
 * The door of log-ins whose access and refresh token work as a pair. A pair that is used too late, for whatever reason, was in
 * somebody else's hands or may have been: then every log-in of its account ends.
 */
public final class TokenPairs {
    private final Db db;
    private final Sessions sessions;
    private final Clock clock;

    public TokenPairs(Db db, Sessions sessions, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Logs in by username or address; fails as {@link Sessions#logIn(LogIn)} does. */
    public Future<TokenPair> logIn(String login, String password, Call call) {
        return sessions.logIn(
                LogIn.of(login, password, call), (tx, session) -> TokenPair.issue(tx, session, clock.instant()));
    }

    /**
     * Trades a pair for a new one; the old one works on for {@link TokenPair#GRACE}. Fails with 401 {@code invalid-token} where
     * these two are no pair, and where it comes too late.
     *
     * @param access  may have expired
     * @param refresh the 43 characters of {@link TokenPair#refresh}
     */
    public Future<TokenPair> refresh(String access, String refresh, Call call) {
        var old = new Secret(access);
        var pair = Secret.pair(refresh, old);
        return db.transaction(tx -> RefreshToken.lockSession(tx, pair)
                        .map(session -> session.orElseThrow(SessionProblems::invalidRefresh))
                        .compose(session -> RefreshToken.find(tx, pair)
                                .map(token -> token.orElseThrow(SessionProblems::invalidRefresh))
                                .compose(token -> rotate(tx, session, token, old, Origin.address(call)))))
                .compose(outcome ->
                        outcome.pair().map(Future::succeededFuture).orElseGet(() -> revokeAll(outcome.account())));
    }

    /** @param pair none: it came too late */
    private record Outcome(long account, Optional<TokenPair> pair) {}

    private Future<Outcome> rotate(Tx tx, Session session, RefreshToken token, Secret old, String address) {
        var now = clock.instant();
        if (token.over(now) || session.over(now) || token.usedLongerThan(TokenPair.GRACE, now)) {
            return Future.succeededFuture(new Outcome(session.accountId(), Optional.empty()));
        }
        if (token.suspended()) {
            return Future.failedFuture(SessionProblems.suspended());
        }
        session.use(address, now);
        return token.use(tx, now)
                .compose(used -> TokenPair.expire(tx, old, now))
                .compose(expired -> TokenPair.issue(tx, session, now))
                .map(pair -> new Outcome(session.accountId(), Optional.of(pair)));
    }

    /** In a transaction of its own, its account locked first, as all do that end more than one session. */
    private Future<TokenPair> revokeAll(long account) {
        return db.transaction(tx ->
                        Credential.lock(tx, account).compose(locked -> Revocations.sessions(tx, account, account)))
                .compose(revoked -> Future.failedFuture(SessionProblems.invalidRefresh()));
    }

    /**
     * Ends the session that asks, a moment later, and keeps its tokens in mind, so that one used afterwards is known to come too
     * late. Fails with 403 for a personal token, which is no session.
     */
    public Future<Void> logOut(Viewer viewer) {
        var session = viewer.session();
        if (session == null) {
            throw Problem.of(ProblemType.FORBIDDEN, "From a session only.");
        }
        return db.transaction(tx -> TokenPair.expireAll(tx, viewer.id(), session, clock.instant())
                .compose(ended -> ended == 0
                        ? Future.succeededFuture()
                        : Outbox.add(
                                tx,
                                Event.of("session.revoked", viewer.id(), "session", session)
                                        .with("account", viewer.id()))));
    }
}
