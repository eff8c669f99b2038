package broadside.session;

import broadside.kit.http.Call;
import broadside.kit.json.Fields;
import broadside.kit.text.CaseFold;

/** What somebody sends who logs in. */
public record LogIn(String login, String password, Origin origin) {
    private static final int LOGIN = 120;

    static LogIn from(Call call) {
        var fields = new Fields(call.json());
        var login = new LogIn(
                fields.text("login").required().length(1, LOGIN).orEmpty(),
                NewPassword.present(fields, "password"),
                Origin.from(fields, call));
        fields.done();
        return login;
    }

    /** As other APIs have it, without a name for the device. */
    public static LogIn of(String login, String password, Call call) {
        return new LogIn(login, password, Origin.of(call));
    }

    /** What attempts are counted by, whatever the case. */
    String key() {
        return CaseFold.key(login);
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "log-in of " + login;
    }
}
