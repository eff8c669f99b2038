package broadside.session;

import broadside.account.AccountDraft;
import broadside.account.AccountProblems;
import broadside.account.Accounts;
import broadside.account.Role;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.Call;
import broadside.kit.problem.Problem;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;

/**
 * The door for people of whom somebody else knows that an address is theirs. It is taken as proof, as a mailed link would be: an
 * account that has the address and never proved it loses its password, its links and its sessions, since whoever made them may have
 * been anybody.
 */
public final class ProviderSignIns {
    private static final int TRIES = 3;
    private static final Sql HOLDER = Sql.of("""
            select id, email_verified_at is not null as verified, suspended_at is not null as suspended
            from account where email_key = ? for update""");
    private static final Sql NO_PASSWORD = Sql.of("delete from password where account_id = ?");

    private final Db db;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;

    public ProviderSignIns(Db db, Accounts accounts, Sessions sessions, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Logs in whoever has this address, and opens an account for somebody new, named by what stands before the {@code @}. Fails with
     * 403 {@code suspended}.
     *
     * @param email of a form that can be an account's
     */
    public Future<TokenPair> signIn(String email, Call call) {
        return signIn(email, Origin.of(call), TRIES);
    }

    /** Somebody may take the name, or register the address, in the same moment. */
    private Future<TokenPair> signIn(String email, Origin origin, int tries) {
        return db.transaction(tx -> tx.first(HOLDER.with(Email.key(email)), Holder::of)
                        .compose(holder -> holder.isPresent() ? proven(tx, holder.get(), email) : opened(tx, email))
                        .compose(account -> sessions.begin(
                                tx,
                                account,
                                origin,
                                (same, session) -> TokenPair.issue(same, session, clock.instant()))))
                .recover(failure ->
                        tries > 1 && taken(failure) ? signIn(email, origin, tries - 1) : Future.failedFuture(failure));
    }

    private static boolean taken(Throwable failure) {
        return failure instanceof Problem problem
                && (problem.type().equals(AccountProblems.USERNAME_TAKEN)
                        || problem.type().equals(AccountProblems.EMAIL_TAKEN));
    }

    private Future<Long> proven(Tx tx, Holder holder, String email) {
        if (holder.suspended()) {
            return Future.failedFuture(SessionProblems.suspended());
        }
        return holder.verified()
                ? Future.succeededFuture(holder.account())
                : disown(tx, holder.account())
                        .compose(alone -> accounts.confirmEmail(tx, holder.account(), email))
                        .map(holder.account());
    }

    private static Future<Void> disown(Tx tx, long account) {
        return tx.execute(NO_PASSWORD.with(account))
                .compose(gone -> MailLink.voidAll(tx, account))
                .compose(gone -> Revocations.sessions(tx, account, account))
                .compose(gone -> Revocations.tokens(tx, account, account))
                .compose(gone -> Outbox.add(tx, Event.of("password.changed", account, "account", account)));
    }

    private Future<Long> opened(Tx tx, String email) {
        return FreeName.like(tx, email)
                .compose(name -> accounts.open(tx, new AccountDraft(name, email, null, null), Role.AUTHOR))
                .compose(id -> accounts.confirmEmail(tx, id, email).map(id));
    }

    private record Holder(long account, boolean verified, boolean suspended) {
        static Holder of(Row row) {
            return new Holder(row.getLong("id"), row.getBoolean("verified"), row.getBoolean("suspended"));
        }
    }
}
