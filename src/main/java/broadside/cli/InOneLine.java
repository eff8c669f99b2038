package broadside.cli;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.problem.StartupFailure;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong as everything on the command line does. */
final class InOneLine {
    private InOneLine() {}

    interface Work<T extends @Nullable Object> {
        T run();
    }

    /** Does what may fail with a problem of the API. */
    static <T extends @Nullable Object> T told(Work<T> work) {
        try {
            return work.run();
        } catch (Problem problem) {
            throw new StartupFailure(of(problem));
        }
    }

    private static String of(Problem problem) {
        if (problem.type().equals(ProblemType.NOT_FOUND)) {
            return "There is no such account.";
        }
        if (!problem.type().equals(ProblemType.VALIDATION)) {
            return problem.type().title() + ": " + problem.detail();
        }
        return problem.violations().stream()
                .map(violation -> violation.pointer().substring(1) + ": " + violation.detail())
                .collect(Collectors.joining(" "));
    }
}
