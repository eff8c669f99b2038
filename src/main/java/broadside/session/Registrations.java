package broadside.session;

import broadside.account.AccountDraft;
import broadside.account.AccountProblems;
import broadside.account.Accounts;
import broadside.account.Newcomer;
import broadside.account.Role;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.mail.Outgoing;
import broadside.kit.password.Passwords;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door through which people come and go. */
public final class Registrations {
    private static final Sql SET_PASSWORD =
            Sql.of("insert into password (account_id, hash, changed_at) values (?, ?, ?)");
    private static final Sql FORGET = Sql.of("""
            with secret as (delete from password where account_id = ?),
              links as (delete from mail_link where account_id = ?),
              logged_in as (delete from session where account_id = ?)
            delete from personal_token where account_id = ?""");
    private static final Sql TAKEN = Sql.of("""
            select exists (
                select from account_name where name_key = ? and account_id is distinct from ?::bigint) as username,
              exists (select from account where email_key = ? and id is distinct from ?::bigint) as email""");

    private final Db db;
    private final Reads reads;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final Letters letters;
    private final Clock clock;
    private final Map<String, Future<Long>> underWay = new ConcurrentHashMap<>();

    public Registrations(
            Db db,
            Reads reads,
            Accounts accounts,
            Passwords passwords,
            PasswordProof proof,
            Letters letters,
            Clock clock) {
        this.db = db;
        this.reads = reads;
        this.accounts = accounts;
        this.passwords = passwords;
        this.proof = proof;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Opens an account with its password and mails a link to verify its address, all or nothing.
     *
     * @return the account's id; fails with 409 when name or address are taken
     */
    public Future<Long> create(AccountDraft draft, String password, Role role) {
        return create(draft, null, password, role);
    }

    /**
     * The same with something about her.
     *
     * @param bio Markdown, at most 500 code points
     */
    public Future<Long> create(AccountDraft draft, @Nullable String bio, String password, Role role) {
        return inTurn(CaseFold.key(draft.username()), () -> free(draft)
                .compose(free -> passwords.hash(password))
                .compose(hash -> db.transaction(tx -> create(tx, draft, hash, role)
                        .compose(id -> bio == null
                                ? Future.succeededFuture(id)
                                : accounts.describe(tx, id, bio).map(id)))));
    }

    /** One after another for each name: a crowd that wants the same one costs a single password hash. */
    private Future<Long> inTurn(String name, Supplier<Future<Long>> work) {
        var turn = underWay.compute(
                name, (key, before) -> before == null ? work.get() : before.transform(done -> work.get()));
        return turn.onComplete(done -> underWay.remove(name, turn));
    }

    /** Looks early, before the hash is paid for; what decides in the end are the constraints, with the same answer. */
    private Future<Void> free(AccountDraft draft) {
        return taken(draft.username(), draft.email(), null).map(Taken::refuse);
    }

    /**
     * Whether a name or an address could not be had.
     *
     * @param self whose own name and address, and names she had before, are free to her; null: nobody's
     */
    public Future<Taken> taken(String username, String email, @Nullable Long self) {
        return reads.first(TAKEN.with(CaseFold.key(username), self, Email.key(email), self), Taken::of)
                .map(found -> found.orElseThrow());
    }

    /** Which of the two could not be had. */
    public record Taken(boolean username, boolean email) {
        static Taken of(Row row) {
            return new Taken(row.getBoolean("username"), row.getBoolean("email"));
        }

        private @Nullable Void refuse() {
            if (username) {
                throw AccountProblems.usernameTaken();
            }
            if (email) {
                throw AccountProblems.emailTaken();
            }
            return null;
        }
    }

    private Future<Long> create(Tx tx, AccountDraft draft, String hash, Role role) {
        var now = clock.instant();
        return accounts.open(tx, draft, role).compose(id -> tx.execute(SET_PASSWORD.with(id, hash, now))
                .compose(set -> new MailLink(id, MailLink.Purpose.VERIFY, draft.email()).issue(tx, now))
                .compose(secret -> Outgoing.enqueue(tx, letters.verification(draft.username(), draft.email(), secret)))
                .map(id));
    }

    /**
     * Opens the account of somebody who comes from elsewhere, her address unverified and no mail sent.
     *
     * @param hash of the password she had there, which {@link Passwords} can verify; null: none until a reset
     * @return the account's id; fails with 409 when name or address are taken
     */
    public Future<Long> open(Tx tx, Newcomer newcomer, @Nullable String hash) {
        return accounts.open(tx, newcomer)
                .compose(id -> hash == null
                        ? Future.succeededFuture(id)
                        : tx.execute(SET_PASSWORD.with(id, hash, newcomer.since()))
                                .map(id));
    }

    /** Closes an account for good; fails with 403 {@code wrong-password}. */
    Future<Void> close(long account, String password) {
        return proof.of(account, password)
                .compose(proven -> db.transaction(tx -> accounts.close(tx, account)
                        .compose(closed -> tx.execute(FORGET.with(account, account, account, account)))))
                .mapEmpty();
    }
}
