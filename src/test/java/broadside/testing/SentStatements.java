package broadside.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells which statement a message of a PostgreSQL client runs (PostgreSQL documentation, 55.7): Parse names it, Bind binds it, Execute runs it. */
final class SentStatements {
    private final Map<String, String> prepared = new HashMap<>();
    private final Map<String, String> bound = new HashMap<>();

    /** The text of the statement, when the message runs one. */
    Optional<String> read(char type, ByteBuffer body) {
        return switch (type) {
            case 'Q' -> Optional.of(word(body));
            case 'P' -> put(prepared, word(body), word(body));
            case 'B' -> put(bound, word(body), prepared.getOrDefault(word(body), "?"));
            case 'E' -> Optional.of(bound.getOrDefault(word(body), "?"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> put(Map<String, String> names, String name, String text) {
        names.put(name, text);
        return Optional.empty();
    }

    /** Text up to the next zero byte. */
    private static String word(ByteBuffer body) {
        int start = body.position();
        int end = start;
        while (body.get(end) != 0) {
            end++;
        }
        body.position(end + 1);
        return StandardCharsets.UTF_8.decode(body.slice(start, end - start)).toString();
    }
}
