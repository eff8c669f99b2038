package broadside.security;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of all columns there are, as the schema writes them and as JSON would. */
final class Columns {
    private static final String NAMES = """
            select json_agg(distinct column_name) from information_schema.columns where table_schema = current_schema()""";

    private Columns() {}

    static Set<String> of(DatabaseAddress database) {
        return new JsonArray(TestDatabase.ask(database, NAMES))
                .stream()
                        .map(String.class::cast)
                        .flatMap(name -> Stream.of(name, camel(name)))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String camel(String name) {
        var words = name.split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
