package broadside.cli.seed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What people say in a language. An opening and an ending make a sentence.
 *
 * @param code BCP 47
 * @param link between the two
 * @param stop ends the sentence
 */
record Language(
        String code,
        List<String> names,
        List<String> openings,
        List<String> endings,
        List<String> replies,
        List<String> tags,
        String link,
        String stop) {
    static Language of(String code, JsonObject phrases) {
        return new Language(
                code,
                texts(phrases.getJsonArray("names")),
                texts(phrases.getJsonArray("openings")),
                texts(phrases.getJsonArray("endings")),
                texts(phrases.getJsonArray("replies")),
                texts(phrases.getJsonArray("tags")),
                phrases.getString("link"),
                phrases.getString("stop"));
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    /** A sentence without its end. */
    String clause(Dice dice) {
        return dice.pick(openings) + link + dice.pick(endings);
    }

    String sentences(int count, Dice dice) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(clause(dice)).append(stop);
        }
        return text.toString().strip();
    }
}
