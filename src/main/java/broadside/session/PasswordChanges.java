package broadside.session;

import broadside.account.Accounts;
import broadside.account.Audit;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.mail.Outgoing;
import broadside.kit.password.Passwords;
import broadside.kit.problem.Problem;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door of passwords that change. Whoever knows the old one ends her other log-ins and keeps her personal tokens, since her
 * scripts did nothing wrong; a reset ends both, since somebody else may have made them.
 */
public final class PasswordChanges {
    /** What a request for a link takes in any case, so that its time does not tell whether the address is known. */
    private static final Duration REQUEST = Duration.ofMillis(250);

    private static final Sql REPLACE =
            Sql.of("update password set hash = ?, changed_at = ? where account_id = ? and hash = ?");
    private static final Sql SET = Sql.of("""
            insert into password (account_id, hash, changed_at) values (?, ?, ?)
            on conflict (account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at""");
    private static final Sql KNOWN = Sql.of(
            "select id, username, email from account where email_key = ? and suspended_at is null for key share");
    private static final Sql NAMED =
            Sql.of("select id, username, email from account where username_key = ? and closed_at is null");
    private static final Sql LINKED = Sql.of("""
            select a.id, a.username, a.email from mail_link l join account a on a.id = l.account_id
            where l.hash = ? and l.expires_at > ? and l.purpose = 'reset-password'""");

    private final Vertx vertx;
    private final Db db;
    private final Reads reads;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final Letters letters;
    private final Clock clock;

    public PasswordChanges(
            Vertx vertx,
            Db db,
            Reads reads,
            Accounts accounts,
            Passwords passwords,
            PasswordProof proof,
            Letters letters,
            Clock clock) {
        this.vertx = vertx;
        this.db = db;
        this.reads = reads;
        this.accounts = accounts;
        this.passwords = passwords;
        this.proof = proof;
        this.letters = letters;
        this.clock = clock;
    }

    /** Changes a password and ends the account's other log-ins; fails with 403 {@code wrong-password}. */
    Future<Void> change(long account, long session, String present, String next) {
        return proof.of(account, present).compose(proven -> {
            NewPassword.require(next, proven.username(), proven.email());
            return passwords.hash(next).compose(hash -> db.transaction(tx -> replace(tx, proven, hash, session)));
        });
    }

    private Future<Void> replace(Tx tx, Credential proven, String hash, long session) {
        var account = proven.account();
        return tx.execute(REPLACE.with(hash, clock.instant(), account, proven.hash()))
                .map(PasswordChanges::unchanged)
                .compose(replaced -> Revocations.otherSessions(tx, account, session))
                .compose(revoked -> tell(tx, account));
    }

    /** Sets a password that was judged and hashed, and ends the account's other log-ins. */
    Future<Void> set(Tx tx, long account, long session, String hash) {
        return tx.execute(SET.with(account, hash, clock.instant()))
                .compose(set -> Revocations.otherSessions(tx, account, session))
                .compose(revoked -> tell(tx, account));
    }

    /** Somebody changed it between the proof and now: what was proven is no longer the password. */
    private static int unchanged(int rows) {
        if (rows == 0) {
            throw SessionProblems.wrongPassword();
        }
        return rows;
    }

    /** Mails a link to set a new password, if somebody has this address. */
    public Future<Void> request(String email) {
        var pause = vertx.timer(REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        return db.transaction(tx -> tx.first(KNOWN.with(Email.key(email)), Owner::of)
                        .compose(owner -> owner.isPresent() ? send(tx, owner.get()) : Future.succeededFuture()))
                .eventually(() -> pause);
    }

    private Future<Void> send(Tx tx, Owner owner) {
        return new MailLink(owner.account(), MailLink.Purpose.RESET_PASSWORD, owner.email())
                .issue(tx, clock.instant())
                .compose(secret -> Outgoing.enqueue(tx, letters.reset(owner.username(), owner.email(), secret)));
    }

    /** Sets a new password by a mailed link, once; fails with 400 {@code invalid-token}. */
    Future<Void> reset(PasswordReset reset) {
        var secret = reset.token();
        return reads.first(LINKED.with(secret.hash(), clock.instant()), Owner::of)
                .map(Owner::known)
                .compose(owner -> {
                    NewPassword.require(reset.password(), owner.username(), owner.email());
                    return passwords.hash(reset.password());
                })
                .compose(hash -> db.transaction(tx -> reset(tx, secret, hash)));
    }

    /** The same for APIs whose rules for passwords are others. */
    public Future<Void> reset(String token, String password) {
        var secret = new Secret(token);
        return reads.first(LINKED.with(secret.hash(), clock.instant()), Owner::of)
                .map(Owner::known)
                .compose(owner -> passwords.hash(password))
                .compose(hash -> db.transaction(tx -> reset(tx, secret, hash)));
    }

    private Future<Void> reset(Tx tx, Secret secret, String hash) {
        var now = clock.instant();
        return MailLink.spend(tx, secret, now, MailLink.Purpose.RESET_PASSWORD)
                .compose(link -> takeOver(tx, link.account(), hash, link.account())
                        .compose(taken -> tell(tx, link.account()))
                        .compose(told -> accounts.confirmEmail(tx, link.account(), link.email())));
    }

    /**
     * Sets a password from the command line, whatever it was, if there was any. All log-ins and personal tokens end as with a
     * mailed link, and no link works any more that was mailed before.
     *
     * @return fails with 404, or with everything that is wrong about the password
     */
    public Future<Void> assign(String username, String password) {
        return reads.first(NAMED.with(CaseFold.key(username)), Owner::of)
                .map(found -> found.orElseThrow(Problem::notFound))
                .compose(owner -> passwords
                        .hash(NewPassword.judge(password, owner.username(), owner.email()))
                        .compose(hash -> db.transaction(tx -> assign(tx, owner.account(), hash))));
    }

    private Future<Void> assign(Tx tx, long account, String hash) {
        return Credential.lock(tx, account)
                .compose(locked -> takeOver(tx, account, hash, null))
                .compose(taken -> MailLink.voidAll(tx, account))
                .compose(gone -> Audit.act(tx, Event.of("password.changed", null, "account", account), null));
    }

    /**
     * Nobody who was in before is in any more.
     *
     * @param actor null: the command line
     */
    private Future<Integer> takeOver(Tx tx, long account, String hash, @Nullable Long actor) {
        return tx.execute(SET.with(account, hash, clock.instant()))
                .compose(set -> Revocations.sessions(tx, account, actor))
                .compose(revoked -> Revocations.tokens(tx, account, actor));
    }

    private static Future<Void> tell(Tx tx, long account) {
        return Outbox.add(tx, Event.of("password.changed", account, "account", account));
    }

    /** Whose password it is. */
    private record Owner(long account, String username, String email) {
        static Owner of(Row row) {
            return new Owner(row.getLong("id"), row.getString("username"), row.getString("email"));
        }

        static Owner known(Optional<Owner> found) {
            return found.orElseThrow(SessionProblems::invalidLink);
        }
    }
}
