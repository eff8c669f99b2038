package broadside.dialect.realworld;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.Violation;

/** What is not there, or belongs to somebody else. */
final class Missing {
    private Missing() {}

    static Problem article() {
        return notFound("article");
    }

    static Problem comment() {
        return notFound("comment");
    }

    static Problem profile() {
        return notFound("profile");
    }

    private static Problem notFound(String what) {
        return Problem.at(ProblemType.NOT_FOUND, new Violation("/" + what, "not-found", "not found"));
    }

    static Problem right(String to) {
        return Problem.at(ProblemType.FORBIDDEN, new Violation("/" + to, "forbidden", "forbidden"));
    }
}
