package broadside.post;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import java.util.Map;
import java.util.function.Supplier;

/** What can stand in the way of a post. */
public final class PostProblems {
    private PostProblems() {}

    static Problem notYours() {
        return Problem.of(ProblemType.FORBIDDEN, "Only the author may do this to a post.");
    }

    static Problem notBelowYours() {
        return Problem.of(ProblemType.FORBIDDEN, "Only a reply under a post of your own can be hidden.");
    }

    /** By the constraint that was violated. */
    public static Map<String, Supplier<Problem>> constraints() {
        return Map.of("slug_taken", PostProblems::suffixTaken);
    }

    /** One time in a billion, where the plain slug is taken too. */
    private static Problem suffixTaken() {
        return Problem.of(ProblemType.CONFLICT, "No free address was found for the title. Send it again.");
    }
}
