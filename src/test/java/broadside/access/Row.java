package broadside.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table and those that belong to it.
 *
 * @param path     template of the operation
 * @param named    which thing a variable of the path stands for, where that is not the one of its own name
 * @param statuses one for each actor
 * @param headers  names and values, one after the other
 */
public record Row(
        String method,
        String path,
        Map<String, String> named,
        List<Integer> statuses,
        @Nullable String query,
        @Nullable String body,
        List<String> headers) {
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)=(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** The table: a row begins at the margin, what goes with it is indented. */
    public static Stream<Row> table() throws IOException {
        try (var table = Row.class.getResourceAsStream("/access/matrix.txt")) {
            var rows = new ArrayList<List<String>>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(rows, line));
            return rows.stream().map(Row::of);
        }
    }

    private static void add(List<List<String>> rows, String line) {
        if (!line.startsWith(" ")) {
            rows.add(new ArrayList<>());
        }
        rows.get(rows.size() - 1).add(line);
    }

    /** Reads a line and the ones after it that are indented. */
    private static Row of(List<String> lines) {
        var words = lines.get(0).split("\\s+");
        var named = new HashMap<String, String>();
        NAMED.matcher(words[1]).results().forEach(match -> named.put(match.group(1), match.group(2)));
        return new Row(
                words[0],
                NAMED.matcher(words[1]).replaceAll("{$1}"),
                named,
                Stream.of(words).skip(2).map(Integer::valueOf).toList(),
                after("query ", lines).findFirst().orElse(null),
                after("body ", lines).findFirst().orElse(null),
                after("header ", lines)
                        .flatMap(header -> Stream.of(header.split(": ", 2)))
                        .toList());
    }

    private static Stream<String> after(String word, List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(String::strip)
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()));
    }

    /** The path with a thing of the stage in the place of each variable. */
    public String pathOn(Stage stage) {
        var template = path + (query == null ? "" : "?" + query);
        return VARIABLE.matcher(template)
                .replaceAll(match -> stage.thing(named.getOrDefault(match.group(1), match.group(1))));
    }

    @Nullable
    public String bodyOn(Stage stage) {
        return body == null ? null : VARIABLE.matcher(body).replaceAll(match -> stage.thing(match.group(1)));
    }

    /** The first who is served. */
    public Optional<Actor> welcome() {
        return IntStream.range(0, statuses.size())
                .filter(column -> statuses.get(column) < 300)
                .mapToObj(column -> List.of(Actor.values()).get(column))
                .findFirst();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
