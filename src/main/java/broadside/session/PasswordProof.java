package broadside.session;

import broadside.kit.db.Reads;
import broadside.kit.password.Passwords;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;

/** Asks somebody who is logged in for the password again, before what a stolen token must not do. */
public final class PasswordProof {
    private final Reads reads;
    private final Passwords passwords;

    public PasswordProof(Reads reads, Passwords passwords) {
        this.reads = reads;
        this.passwords = passwords;
    }

    /** Whether it is the account's password. */
    public Future<Boolean> isRight(long account, String password) {
        return of(account, password)
                .map(true)
                .recover(failure ->
                        failure instanceof Problem problem && problem.type().equals(SessionProblems.WRONG_PASSWORD)
                                ? Future.succeededFuture(false)
                                : Future.failedFuture(failure));
    }

    /** The account with its password proven; fails with 403 {@code wrong-password}. */
    Future<Credential> of(long account, String password) {
        return Credential.byId(reads, account)
                .compose(found -> Credential.prove(passwords, found, password, SessionProblems::wrongPassword));
    }
}
