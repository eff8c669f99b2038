package broadside.session;

import broadside.account.AccountDraft;
import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;

/** Another address for an account, asked for by somebody who knows the password. */
record EmailChange(String email, String password) {
    static EmailChange from(JsonObject json) {
        var fields = new Fields(json);
        var change = new EmailChange(AccountDraft.email(fields), NewPassword.present(fields, "password"));
        fields.done();
        return change;
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "change of address to " + email;
    }
}
