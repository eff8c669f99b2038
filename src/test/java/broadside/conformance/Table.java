package broadside.conformance;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is shown of a dialect's conformance: each line of its contract, how many tests check it, how many of them passed. */
final class Table {
    private static final String HEAD = "| line | | checks | passed |\n|---|---|---|---|\n";

    private Table() {}

    /** In Markdown; a test with several examples counts once, and passes when all of them do. */
    static String of(Lines lines, Map<String, List<Method>> checks, Set<Method> passed) {
        return HEAD
                + lines.sentences().entrySet().stream()
                        .map(line -> row(line, checks.getOrDefault(line.getKey(), List.of()), passed))
                        .collect(Collectors.joining());
    }

    private static String row(Map.Entry<String, String> line, List<Method> checks, Set<Method> passed) {
        var good = checks.stream().filter(passed::contains).count();
        return "| `%s` | %s | %d | %d |\n".formatted(line.getKey(), line.getValue(), checks.size(), good);
    }
}
