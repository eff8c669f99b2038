package broadside.session;

import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.password.Passwords;
import io.vertx.core.Future;
import java.util.Objects;

/**
 * Puts a hash of our own in the place of one that came with an account from elsewhere, as soon as its password is known: at the
 * first log-in. The password stays the same, so that no event tells of it.
 */
final class HashRenewal {
    private static final Sql RENEW = Sql.of("update password set hash = ? where account_id = ? and hash = ?");

    private final Db db;
    private final Reads reads;
    private final Passwords passwords;

    HashRenewal(Db db, Reads reads, Passwords passwords) {
        this.db = db;
        this.reads = reads;
        this.passwords = passwords;
    }

    /** The credential as it is afterwards; one whose hash is our own stays as it is. */
    Future<Credential> of(Credential proven, String password) {
        var old = Objects.requireNonNull(proven.hash(), "proven without a hash");
        return Passwords.outdated(old)
                ? passwords.hash(password).compose(hash -> replace(proven, old, hash, password))
                : Future.succeededFuture(proven);
    }

    private Future<Credential> replace(Credential proven, String old, String hash, String password) {
        return db.transaction(tx -> tx.execute(RENEW.with(hash, proven.account(), old)))
                .compose(rows ->
                        rows == 1 ? Future.succeededFuture(proven.with(hash)) : proveAgain(proven.account(), password));
    }

    /** Somebody was quicker: another log-in, or a change of the password. */
    private Future<Credential> proveAgain(long account, String password) {
        return Credential.byId(reads, account)
                .compose(found -> Credential.prove(passwords, found, password, SessionProblems::invalidCredentials));
    }
}
