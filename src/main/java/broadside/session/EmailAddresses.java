package broadside.session;

import broadside.account.Accounts;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.mail.Outgoing;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;

/** The door of addresses: an address is somebody's own once she followed a link that was mailed to it. */
public final class EmailAddresses {
    private static final Sql PRESENT = Sql.of("""
            select id, username, email, email_verified_at is not null as verified from account
            where id = ? and closed_at is null for key share""");

    private final Db db;
    private final Accounts accounts;
    private final PasswordProof proof;
    private final Letters letters;
    private final Clock clock;

    public EmailAddresses(Db db, Accounts accounts, PasswordProof proof, Letters letters, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.proof = proof;
        this.letters = letters;
        this.clock = clock;
    }

    /** Mails the link that verifies the present address, unless it is verified. */
    Future<Void> verify(long account) {
        return db.transaction(tx -> present(tx, account)
                .compose(present -> present.verified() ? Future.succeededFuture() : sendVerification(tx, present)));
    }

    private Future<Void> sendVerification(Tx tx, Present present) {
        return new MailLink(present.account(), MailLink.Purpose.VERIFY, present.email())
                .issue(tx, clock.instant())
                .compose(secret ->
                        Outgoing.enqueue(tx, letters.verification(present.username(), present.email(), secret)));
    }

    /** Mails a link to a new address and a notice to the present one; fails with 403 {@code wrong-password}. */
    Future<Void> change(long account, EmailChange change) {
        return proof.of(account, change.password())
                .compose(proven -> db.transaction(
                        tx -> present(tx, account).compose(present -> sendChange(tx, present, change.email()))));
    }

    private Future<Void> sendChange(Tx tx, Present present, String next) {
        return new MailLink(present.account(), MailLink.Purpose.CHANGE_EMAIL, next)
                .issue(tx, clock.instant())
                .compose(secret -> Outgoing.enqueue(tx, letters.change(present.username(), next, secret)))
                .compose(sent -> Outgoing.enqueue(tx, letters.notice(present.username(), present.email())));
    }

    /**
     * Takes a mailed link's address as proven, and as the account's own. Fails with 400 {@code invalid-token} and, while somebody
     * else has the address, with 409 {@code email-taken}, after which the link still works.
     */
    Future<Void> confirm(Secret secret) {
        var purposes = new MailLink.Purpose[] {MailLink.Purpose.VERIFY, MailLink.Purpose.CHANGE_EMAIL};
        return db.transaction(
                tx -> MailLink.spend(tx, secret, clock.instant(), purposes).compose(link -> voidOthers(tx, link)
                        .compose(done -> accounts.confirmEmail(tx, link.account(), link.email()))));
    }

    /** Links that were mailed to the old address must not outlive it. */
    private static Future<Void> voidOthers(Tx tx, MailLink link) {
        return switch (link.purpose()) {
            case CHANGE_EMAIL -> MailLink.voidAll(tx, link.account());
            case VERIFY, RESET_PASSWORD -> Future.succeededFuture();
        };
    }

    private static Future<Present> present(Tx tx, long account) {
        return tx.first(PRESENT.with(account), EmailAddresses::record)
                .map(found -> found.orElseThrow(Problem::unauthenticated));
    }

    private static Present record(Row row) {
        return new Present(
                row.getLong("id"), row.getString("username"), row.getString("email"), row.getBoolean("verified"));
    }

    /** The address an account has now. */
    private record Present(long account, String username, String email, boolean verified) {}
}
