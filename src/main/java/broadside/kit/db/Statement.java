package broadside.kit.db;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL and the values of its parameters, put together piece by piece. */
public final class Statement {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    Statement() {}

    /** Adds a piece; its question marks take these values in order. */
    public Statement and(Sql piece, @Nullable Object... more) {
        int next = 0;
        if (!text.isEmpty()) {
            text.append(' ');
        }
        for (char letter : piece.text().toCharArray()) {
            if (letter == '?') {
                values.add(stored(more[next++]));
                text.append('$').append(values.size());
            } else {
                text.append(letter);
            }
        }
        if (next != more.length) {
            throw new IllegalArgumentException(more.length + " values for: " + piece.text());
        }
        return this;
    }

    /** The driver knows times with a zone only. */
    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
    }

    /** Adds a piece that has one value, only where there is a value. */
    public Statement andIf(@Nullable Object value, Sql piece) {
        return value == null ? this : and(piece, value);
    }

    String text() {
        return text.toString();
    }

    Tuple values() {
        return Tuple.wrap(values);
    }
}
