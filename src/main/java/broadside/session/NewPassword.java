package broadside.session;

import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import io.vertx.core.json.JsonObject;

/** The rule for passwords: 10 to 256 code points of any kind, and neither the username nor the e-mail address. */
final class NewPassword {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 256;
    /** As much as a body takes. */
    private static final int LONGEST_ANYWHERE = 16 * 1024;

    private static final String RESEMBLES = "It must be neither the username nor the e-mail address.";

    private NewPassword() {}

    static String read(Fields fields, String name) {
        return fields.text(name).required().length(SHORTEST, LONGEST).orEmpty();
    }

    /** One that is set already: rules may have been others then, or those of another API. */
    static String present(Fields fields, String name) {
        return fields.text(name).required().length(1, LONGEST_ANYWHERE).orEmpty();
    }

    /** Refuses a password that says no more than the account's name. */
    static void check(Fields fields, String name, String username, String email) {
        fields.text(name).check(password -> !resembles(password, username, email), "not-allowed", RESEMBLES);
    }

    /** The same once it is known whose password it is to be; fails with 400. */
    static void require(String password, String username, String email) {
        if (resembles(password, username, email)) {
            throw Problem.invalid(new Violation("/newPassword", "not-allowed", RESEMBLES));
        }
    }

    /** The whole rule for one that stands by itself; fails with everything that is wrong about it. */
    static String judge(String password, String username, String email) {
        var fields = new Fields(new JsonObject().put("password", password));
        var read = read(fields, "password");
        check(fields, "password", username, email);
        fields.done();
        return read;
    }

    private static boolean resembles(String password, String username, String email) {
        var key = CaseFold.key(password);
        return key.equals(CaseFold.key(username)) || key.equals(Email.key(email)) || key.equals(CaseFold.key(email));
    }
}
