package broadside.dialect.microblog;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;

/** A 400 that is no validation error, and yet says which field it is about: clients look there. */
final class Plain {
    private Plain() {}

    static Problem wrong(String field, String text) {
        return Problem.taken(ProblemType.BAD_REQUEST, "/" + field, text);
    }
}
