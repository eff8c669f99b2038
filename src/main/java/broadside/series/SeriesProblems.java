package broadside.series;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;
import java.util.Map;
import java.util.function.Supplier;

/** What can stand in the way of a series. */
public final class SeriesProblems {
    private SeriesProblems() {}

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN, "Only the author may do this to a series.");
    }

    static Problem notAnArticle() {
        return Problem.invalid(new Violation("/posts", "not-found", "Each must be an article of your own."));
    }

    private static Problem elsewhere() {
        return Problem.of(ProblemType.CONFLICT, "One of these articles is in another series. Take it out there first.");
    }

    /** By the constraint that was violated. */
    public static Map<String, Supplier<Problem>> constraints() {
        return Map.of("series_post_once", SeriesProblems::elsewhere);
    }
}
