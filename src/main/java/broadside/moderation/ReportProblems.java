package broadside.moderation;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import java.util.Map;
import java.util.function.Supplier;

/** What can stand in the way of a report. */
public final class ReportProblems {
    public static final ProblemType ALREADY_REPORTED =
            new ProblemType("already-reported", 409, "You have reported this already");

    private ReportProblems() {}

    static Problem alreadyReported() {
        return Problem.of(ALREADY_REPORTED, "Your report waits for a moderator.");
    }

    static Problem own() {
        return Problem.of(ProblemType.CONFLICT, "You cannot report yourself.");
    }

    static Problem resolved() {
        return Problem.of(ProblemType.CONFLICT, "Another decision was made about this report.");
    }

    /** By the constraint that was violated. */
    public static Map<String, Supplier<Problem>> constraints() {
        return Map.of(
                "report_of_post_open", ReportProblems::alreadyReported,
                "report_of_account_open", ReportProblems::alreadyReported);
    }
}
