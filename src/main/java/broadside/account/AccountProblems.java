package broadside.account;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import java.util.Map;
import java.util.function.Supplier;

/** What can stand in the way of an account. */
public final class AccountProblems {
    public static final ProblemType USERNAME_TAKEN = new ProblemType("username-taken", 409, "This username is taken");
    public static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "This e-mail address is taken");

    private AccountProblems() {}

    public static Problem usernameTaken() {
        return Problem.taken(USERNAME_TAKEN, "/username", "Choose another username.");
    }

    public static Problem emailTaken() {
        return Problem.taken(EMAIL_TAKEN, "/email", "An account with this e-mail address exists.");
    }

    /** By the constraint that was violated. */
    public static Map<String, Supplier<Problem>> constraints() {
        return Map.of(
                "account_username_taken", AccountProblems::usernameTaken,
                "account_name_taken", AccountProblems::usernameTaken,
                "account_email_taken", AccountProblems::emailTaken);
    }
}
