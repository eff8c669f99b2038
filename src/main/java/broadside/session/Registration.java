package broadside.session;

import broadside.account.AccountDraft;
import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;

/** What somebody sends who registers. */
public record Registration(AccountDraft account, String password) {
    /** Reads it from the members of {@link AccountDraft} and {@code password}; fails with everything that is wrong. */
    public static Registration from(JsonObject json) {
        var fields = new Fields(json);
        var account = AccountDraft.from(fields);
        var password = NewPassword.read(fields, "password");
        NewPassword.check(fields, "password", account.username(), account.email());
        fields.done();
        return new Registration(account, password);
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "registration of " + account.username();
    }
}
