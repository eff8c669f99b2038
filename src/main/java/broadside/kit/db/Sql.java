package broadside.kit.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL whose text is known to the compiler, so that nothing a client sends can become part of a statement. Values
 * stand in it as {@code ?} and travel beside it.
 */
@Immutable
public final class Sql {
    private final String text;
    private final int values;
    private final String numbered;

    /** What this was ever continued with: pieces are few, and each statement is put together once. */
    @SuppressWarnings("Immutable")
    private final ConcurrentMap<Sql, Sql> continued = new ConcurrentHashMap<>();

    /** Where its columns are, by their names: of one list of names, or of more where migrations change a table meanwhile. */
    @SuppressWarnings("Immutable")
    private final ConcurrentMap<List<String>, Map<String, Integer>> positions = new ConcurrentHashMap<>();

    private Sql(String text) {
        this.text = text;
        this.values = (int) text.chars().filter(letter -> letter == '?').count();
        this.numbered = numbered(text);
    }

    private static String numbered(String text) {
        var pieces = text.split("\\?", -1);
        var numbered = new StringBuilder(pieces[0]);
        for (int number = 1; number < pieces.length; number++) {
            numbered.append('$').append(number).append(pieces[number]);
        }
        return numbered.toString();
    }

    public static Sql of(@CompileTimeConstant final String text) {
        return new Sql(text);
    }

    /** This text and then that one. */
    public Sql then(Sql more) {
        var known = continued.get(more);
        return known != null ? known : continued.computeIfAbsent(more, next -> new Sql(text + " " + next.text));
    }

    /** The statement with its values, as many as there are question marks. */
    public Statement with(@Nullable Object... values) {
        return new Statement(this, values);
    }

    /** How many question marks stand in it. */
    int values() {
        return values;
    }

    String text() {
        return text;
    }

    /** Where the columns of its answers are, by their names. */
    Map<String, Integer> positions(List<String> columns) {
        return positions.computeIfAbsent(columns, NamedRow::positions);
    }

    /** As PostgreSQL has it, with {@code $1} for the first value. */
    String numbered() {
        return numbered;
    }
}
