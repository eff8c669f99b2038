package broadside.access;

import broadside.contract.Contract;
import broadside.contract.Contracts;
import broadside.contract.Operation;
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
 * A line of a table and those that belong to it.
 *
 * @param contract what the operation is one of
 * @param path     template of the operation
 * @param named    which thing a variable of the path stands for, where that is not the one of its own name
 * @param statuses one for each actor
 * @param headers  names and values, one after the other
 */
public record Row(
        Contract contract,
        String method,
        String path,
        Map<String, String> named,
        List<Integer> statuses,
        @Nullable String query,
        @Nullable String body,
        List<String> headers) {
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)=(\\w+)}");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Map<Contract, String> TABLES = Map.of(
            Contracts.NATIVE, "matrix.txt", Contracts.REALWORLD, "realworld.txt", Contracts.MICROBLOG, "microblog.txt");

    /** Those of all APIs. */
    public static Stream<Row> all() throws IOException {
        var rows = new ArrayList<Row>();
        for (var contract : Contracts.ALL) {
            rows.addAll(table(contract).toList());
        }
        return rows.stream();
    }

    /** The table of an API: a row begins at the margin, what goes with it is indented. */
    public static Stream<Row> table(Contract contract) throws IOException {
        try (var table = Row.class.getResourceAsStream("/access/" + TABLES.get(contract))) {
            var rows = new ArrayList<List<String>>();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(rows, line));
            return rows.stream().map(lines -> of(contract, lines));
        }
    }

    private static void add(List<List<String>> rows, String line) {
        if (!line.startsWith(" ")) {
            rows.add(new ArrayList<>());
        }
        rows.get(rows.size() - 1).add(line);
    }

    /** Reads a line and the ones after it that are indented. */
    private static Row of(Contract contract, List<String> lines) {
        var words = lines.get(0).split("\\s+");
        var named = new HashMap<String, String>();
        NAMED.matcher(words[1]).results().forEach(match -> named.put(match.group(1), match.group(2)));
        return new Row(
                contract,
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

    public Operation operation() {
        return contract.operations().stream()
                .filter(operation -> operation.toString().equals(toString()))
                .findFirst()
                .orElseThrow();
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
