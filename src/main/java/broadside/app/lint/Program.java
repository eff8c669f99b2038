package broadside.app.lint;

import broadside.kit.db.Mapping;
import broadside.kit.db.Mapping.MappedColumn;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL a program holds, to know what it still uses.
 *
 * @param texts words of each piece of SQL
 */
public record Program(List<Set<String>> texts) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Set<String> VERBS =
            Set.of("select", "insert", "update", "delete", "join", "from", "where", "returning");

    /**
     * Of the constants in its classes, those that look like SQL; and of each mapped table its name with those of its columns.
     *
     * @param constants every text in the program's classes
     * @param tables    names of a table and its columns
     */
    public static Program of(Stream<String> constants, List<Set<String>> tables) {
        var texts = constants.map(Program::words).filter(Program::looksLikeSql);
        return new Program(Stream.concat(texts, tables.stream()).toList());
    }

    /** The program that runs, with these entities. */
    public static Program running(List<Class<?>> entities) throws IOException {
        try {
            var classes = Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var tables = Mapping.of(entities).stream().map(Program::names).toList();
            return of(ClassConstants.of(classes).stream(), tables);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> names(Mapping.Table table) {
        return Stream.concat(Stream.of(table.name()), table.columns().stream().map(MappedColumn::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean looksLikeSql(Set<String> words) {
        return words.stream().anyMatch(VERBS::contains);
    }

    /** Whether one piece of its SQL has all of these names. */
    boolean uses(List<String> names) {
        return texts.stream().anyMatch(text -> text.containsAll(names));
    }
}
