package broadside.session;

import broadside.kit.db.Reads;
import broadside.kit.password.Passwords;
import io.vertx.core.Future;

/** Asks somebody who is logged in for the password again, before what a stolen token must not do. */
public final class PasswordProof {
    private final Reads reads;
    private final Passwords passwords;

    public PasswordProof(Reads reads, Passwords passwords) {
        this.reads = reads;
        this.passwords = passwords;
    }

    /** The account with its password proven; fails with 403 {@code wrong-password}. */
    Future<Credential> of(long account, String password) {
        return Credential.byId(reads, account)
                .compose(found -> Credential.prove(passwords, found, password, SessionProblems::wrongPassword));
    }
}
