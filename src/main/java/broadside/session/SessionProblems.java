package broadside.session;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;

/** What can stand in the way of a log-in. */
public final class SessionProblems {
    public static final ProblemType INVALID_CREDENTIALS =
            new ProblemType("invalid-credentials", 401, "Name or password are wrong");
    public static final ProblemType WRONG_PASSWORD = new ProblemType("wrong-password", 403, "The password is wrong");
    public static final ProblemType SUSPENDED = new ProblemType("suspended", 403, "The account is suspended");
    public static final ProblemType INVALID_TOKEN = new ProblemType("invalid-token", 400, "The token is not valid");
    private static final ProblemType SPENT_TOKEN = new ProblemType("invalid-token", 401, "The token is not valid");

    private SessionProblems() {}

    static Problem invalidCredentials() {
        return Problem.of(INVALID_CREDENTIALS, "Check the name, or the e-mail address, and the password.")
                .with("WWW-Authenticate", "Bearer");
    }

    static Problem wrongPassword() {
        return Problem.of(WRONG_PASSWORD, "Send the account's present password.");
    }

    static Problem suspended() {
        return Problem.of(SUSPENDED, "An administrator has suspended this account.");
    }

    /** Of a mailed link. */
    static Problem invalidLink() {
        return Problem.of(INVALID_TOKEN, "It was used before, has expired or is not complete. Ask for a new one.");
    }

    /** Of a refresh token. */
    static Problem invalidRefresh() {
        return Problem.of(SPENT_TOKEN, "It was used before, has expired or was revoked. Log in again.")
                .with("WWW-Authenticate", "Bearer");
    }

    /** Of a bearer token (RFC 6750, 3.1). */
    static Problem invalidBearer() {
        return Problem.unauthenticated().with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
