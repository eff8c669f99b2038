package broadside.cli.seed;

import broadside.kit.problem.Problem;
import java.util.stream.Collectors;

/** What is wrong, in one line. */
final class Reasons {
    private Reasons() {}

    static String of(Problem wrong) {
        return wrong.violations().isEmpty()
                ? String.valueOf(wrong.detail())
                : wrong.violations().stream()
                        .map(violation -> violation.pointer().replaceFirst("^/", "") + ": " + violation.detail())
                        .collect(Collectors.joining(" "));
    }
}
