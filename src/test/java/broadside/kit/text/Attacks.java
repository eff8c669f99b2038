package broadside.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Known ways of getting script through Markdown, one a line, with Java's escapes. */
public final class Attacks {
    private Attacks() {}

    public static Stream<String> all() {
        try (InputStream file = Attacks.class.getResourceAsStream("/text/attacks.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Attacks::unescaped);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String unescaped(String line) {
        return line.replace("\\\\", "\uE000")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\u0000", "\u0000")
                .replace("\\u0001", "\u0001")
                .replace("\uE000", "\\");
    }
}
