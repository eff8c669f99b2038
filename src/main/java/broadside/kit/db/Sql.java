package broadside.kit.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import com.google.errorprone.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL whose text is known to the compiler, so that nothing a client sends can become part of a statement. Values
 * stand in it as {@code ?} and travel beside it.
 */
@Immutable
public final class Sql {
    private final String text;

    private Sql(String text) {
        this.text = text;
    }

    public static Sql of(@CompileTimeConstant final String text) {
        return new Sql(text);
    }

    /** This text and then that one. */
    public Sql then(Sql more) {
        return new Sql(text + " " + more.text);
    }

    /** The statement with its values, as many as there are question marks. */
    public Statement with(@Nullable Object... values) {
        return new Statement().and(this, values);
    }

    String text() {
        return text;
    }
}
