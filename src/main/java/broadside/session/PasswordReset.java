package broadside.session;

import broadside.kit.json.Fields;
import io.vertx.core.json.JsonObject;

/** A new password, and the mailed token that allows to set it. */
record PasswordReset(Secret token, String password) {
    static PasswordReset from(JsonObject json) {
        var fields = new Fields(json);
        var reset = new PasswordReset(Secret.read(fields, "token"), NewPassword.read(fields, "newPassword"));
        fields.done();
        return reset;
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "password reset";
    }
}
