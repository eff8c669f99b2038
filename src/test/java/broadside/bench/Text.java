package broadside.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** A text somebody wrote, and in which language. */
record Text(String language, String text) {
    private static final int FIRST_HAN = 0x2E80;

    /** Of a line {@code {"language", "text"}}. */
    static Text of(String line) {
        var json = new JsonObject(line);
        return new Text(json.getString("language"), json.getString("text"));
    }

    /** Its words in scripts that part them. */
    List<String> words() {
        return Stream.of(text.split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1 && word.codePointAt(0) < FIRST_HAN)
                .toList();
    }

    String han() {
        return text.replaceAll("\\P{IsHan}+", "");
    }
}
