package broadside.session;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A link that was mailed and proves that its reader reads the mail of an address. It works once, and an account has one at most of
 * each purpose: the newest.
 *
 * @param email the address it was mailed to
 */
record MailLink(long account, Purpose purpose, String email) {
    /** What following it is good for, and for how long. */
    enum Purpose {
        VERIFY(Duration.ofDays(3)),
        CHANGE_EMAIL(Duration.ofDays(1)),
        RESET_PASSWORD(Duration.ofMinutes(30));

        private final Duration validity;

        Purpose(Duration validity) {
            this.validity = validity;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Purpose of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final Sql ISSUE = Sql.of("""
            insert into mail_link (hash, account_id, purpose, email, expires_at) values (?, ?, ?, ?, ?)
            on conflict (account_id, purpose)
            do update set hash = excluded.hash, email = excluded.email, expires_at = excluded.expires_at""");
    /** The account first, as everything locks it first that changes what is its own. */
    private static final Sql LOCK = Sql.of("""
            select a.id from account a where a.id = (select account_id from mail_link where hash = ?) for update of a""");

    private static final Sql SPEND = Sql.of("""
            delete from mail_link where hash = ? and expires_at > ? and purpose = any (?)
            returning account_id, purpose, email""");
    private static final Sql VOID = Sql.of("delete from mail_link where account_id = ?");

    /** Makes a link; any older one for the same purpose no longer works. */
    Future<Secret> issue(Tx tx, Instant now) {
        var secret = Secret.make(Secret.Kind.MAIL);
        var expires = now.plus(purpose.validity);
        return tx.execute(ISSUE.with(secret.hash(), account, purpose.word(), email, expires))
                .map(secret);
    }

    /** Uses a link up; fails with 400 {@code invalid-token} when it cannot be used for any of these purposes. */
    static Future<MailLink> spend(Tx tx, Secret secret, Instant now, Purpose... purposes) {
        var words = Arrays.stream(purposes).map(Purpose::word).toArray(String[]::new);
        return tx.execute(LOCK.with(secret.hash()))
                .compose(locked -> tx.first(SPEND.with(secret.hash(), now, words), MailLink::record))
                .map(MailLink::usable);
    }

    private static MailLink usable(Optional<MailLink> found) {
        return found.orElseThrow(SessionProblems::invalidLink);
    }

    /** No link of an account works any more, whatever it was for. */
    static Future<Void> voidAll(Tx tx, long account) {
        return tx.execute(VOID.with(account)).mapEmpty();
    }

    private static MailLink record(Row row) {
        return new MailLink(row.getLong("account_id"), Purpose.of(row.getString("purpose")), row.getString("email"));
    }
}
