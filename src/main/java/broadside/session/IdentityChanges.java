package broadside.session;

import broadside.account.Accounts;
import broadside.account.Identity;
import broadside.account.IdentityPatch;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Tx;
import broadside.kit.mail.Outgoing;
import broadside.kit.password.Passwords;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The door through which somebody changes who she is as the APIs of others have it: name, address, profile and password in one
 * transaction, and without the present password where they do not ask for it. Only a log-in may, never a personal token.
 */
public final class IdentityChanges {
    private final Db db;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordChanges changes;
    private final Letters letters;
    private final Clock clock;

    public IdentityChanges(
            Db db, Accounts accounts, Passwords passwords, PasswordChanges changes, Letters letters, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.passwords = passwords;
        this.changes = changes;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Changes all of it or nothing. A new address gets a link to verify it, the former one a notice; a new password ends the other
     * log-ins. Fails with 409 when name or address are taken.
     *
     * @param password judged by the rules of the API it came through; null: it stays
     */
    public Future<Void> change(Viewer viewer, IdentityPatch patch, @Nullable String password) {
        var session = viewer.session();
        if (session == null) {
            return Future.failedFuture(
                    Problem.of(ProblemType.INSUFFICIENT_SCOPE, "Only somebody logged in may do this."));
        }
        return (password == null ? Future.<@Nullable String>succeededFuture(null) : passwords.hash(password))
                .compose(hash -> db.transaction(tx -> accounts.identify(tx, viewer.id(), patch)
                        .compose(before -> readdressed(tx, viewer.id(), before, patch))
                        .compose(done -> hash == null
                                ? Future.succeededFuture()
                                : changes.set(tx, viewer.id(), session, hash))));
    }

    private Future<Void> readdressed(Tx tx, long account, Identity before, IdentityPatch patch) {
        var email = patch.email().afterOf(before.email());
        if (email.equals(before.email())) {
            return Future.succeededFuture();
        }
        var username = patch.username().afterOf(before.username());
        return MailLink.voidAll(tx, account)
                .compose(voided -> new MailLink(account, MailLink.Purpose.VERIFY, email).issue(tx, clock.instant()))
                .compose(secret -> Outgoing.enqueue(tx, letters.verification(username, email, secret)))
                .compose(sent -> Outgoing.enqueue(tx, letters.moved(username, before.email())));
    }
}
