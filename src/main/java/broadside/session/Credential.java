package broadside.session;

import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.password.Passwords;
import broadside.kit.problem.Problem;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an account proves itself.
 *
 * @param hash null: it has no password and cannot
 */
record Credential(
        long account,
        String username,
        String email,
        @Nullable String hash,
        boolean suspended) {
    private static final Sql FIND = Sql.of("""
            select a.id, a.username, a.email, a.suspended_at is not null as suspended, p.hash
            from account a left join password p on p.account_id = a.id""");
    private static final Sql BY_ID = FIND.then(Sql.of("where a.id = ?"));
    /** A name that came in by another way may look like somebody's address; then it is the name. */
    private static final Sql BY_LOGIN =
            FIND.then(Sql.of("where a.username_key = ? or a.email_key = ? order by a.username_key = ? desc limit 1"));

    private static final Sql LOCK = Sql.of("select id from account where id = ? for update");

    static Future<Optional<Credential>> byId(Reads reads, long account) {
        return reads.first(BY_ID.with(account), Credential::record);
    }

    /** By username or e-mail address, without regard to case. */
    static Future<Optional<Credential>> byLogin(Reads reads, String login) {
        var name = CaseFold.key(login);
        return reads.first(BY_LOGIN.with(name, Email.key(login), name), Credential::record);
    }

    /** Whoever changes what else is an account's locks it before. */
    static Future<Integer> lock(Tx tx, long account) {
        return tx.execute(LOCK.with(account));
    }

    /** One verification whatever was found, so that no answer comes sooner than another. */
    static Future<Credential> prove(
            Passwords passwords, Optional<Credential> found, String password, Supplier<Problem> wrong) {
        var hash = found.map(Credential::hash);
        var verified = hash.isPresent() ? passwords.verify(password, hash.get()) : passwords.verifyNobody(password);
        return verified.map(right -> found.filter(known -> right).orElseThrow(wrong));
    }

    /** The same with another hash of the same password. */
    Credential with(String newHash) {
        return new Credential(account, username, email, newHash, suspended);
    }

    private static Credential record(Row row) {
        return new Credential(
                row.getLong("id"),
                row.getString("username"),
                row.getString("email"),
                row.getString("hash"),
                row.getBoolean("suspended"));
    }

    /** Without the hash, which has no place in a log. */
    @Override
    public String toString() {
        return "credential of " + account;
    }
}
