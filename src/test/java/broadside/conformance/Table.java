package broadside.conformance;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is shown of a dialect's conformance, in Markdown: how many tests check its contract, and how many of them passed. A test with
 * several examples counts once, and passes when all of them do.
 *
 * @param checks by id of the line
 */
record Table(Lines lines, Map<String, List<Method>> checks, Set<Method> passed) {
    static final String SHORT_HEAD = "| contract | about | lines | checks | passed |\n|---|---|---|---|---|\n";
    private static final String HEAD = "| line | | checks | passed |\n|---|---|---|---|\n";

    /** Line by line. */
    String whole() {
        return HEAD + lines.sentences().entrySet().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Map.Entry<String, String> line) {
        return "| `%s` | %s | %s |\n".formatted(line.getKey(), line.getValue(), counts(List.of(line.getKey())));
    }

    /** The rows of the short one: section by section, then all. */
    String inShort() {
        var sections = lines.sections().entrySet().stream()
                .map(section -> "| | %s | %s\n".formatted(section.getKey(), numbers(section.getValue())))
                .collect(Collectors.joining());
        var link = "[%s](src/main/java/broadside/dialect/%1$s/README.md#conformance)".formatted(lines.dialect());
        return "| %s | all | %s\n".formatted(link, numbers(lines.sentences().keySet())) + sections;
    }

    private String numbers(Collection<String> ids) {
        return "%d | %s |".formatted(ids.size(), counts(ids));
    }

    private String counts(Collection<String> ids) {
        var tests = ids.stream()
                .flatMap(id -> checks.getOrDefault(id, List.of()).stream())
                .collect(Collectors.toSet());
        var good = tests.stream().filter(passed::contains).count();
        return "%d | %d".formatted(tests.size(), good);
    }
}
