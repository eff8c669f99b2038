package broadside.cli.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The languages people write here, the first of them most. */
final class Languages {
    private static final String PHRASES = "/seed/phrases.json";
    private static final int IN_THE_FIRST = 35;

    private final List<Language> all;

    private Languages(List<Language> all) {
        this.all = all;
    }

    static Languages packed() {
        try (var in = Objects.requireNonNull(Languages.class.getResourceAsStream(PHRASES))) {
            var phrases = new JsonObject(new String(in.readAllBytes(), UTF_8));
            return new Languages(phrases.fieldNames().stream()
                    .map(code -> Language.of(code, phrases.getJsonObject(code)))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Language pick(Dice dice) {
        return dice.chance(IN_THE_FIRST) ? all.get(0) : dice.pick(all);
    }
}
