package broadside.dialect.microblog;

import broadside.kit.json.Change;
import broadside.kit.text.WellFormed;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One string of a body. Lengths are in code points; all that is wrong with it is told. */
final class BodyText {
    private final Body body;
    private final String name;
    private final @Nullable String text;

    BodyText(Body body, String name, @Nullable String text) {
        this.body = body;
        this.name = name;
        this.text = text;
    }

    BodyText required() {
        if (!body.has(name)) {
            body.reject(name, Texts.MISSING);
        }
        return this;
    }

    BodyText between(int least, int most) {
        return rule(found -> length(found) >= least && length(found) <= most, Texts.between(least, most));
    }

    BodyText atMost(int most) {
        return rule(found -> length(found) <= most, Texts.longerThan(most));
    }

    BodyText atLeast(int least) {
        return rule(found -> length(found) >= least, Texts.shorterThan(least));
    }

    /** What the database can keep. */
    BodyText storable() {
        return rule(WellFormed::text, Texts.NO_STRING);
    }

    BodyText rule(Predicate<String> rule, String wrong) {
        if (text != null && !rule.test(text)) {
            body.reject(name, wrong);
        }
        return this;
    }

    /** A rule that is asked only where all before were kept. */
    BodyText then(Predicate<String> rule, String wrong) {
        return body.isSound(name) ? rule(rule, wrong) : this;
    }

    private static int length(String text) {
        return WellFormed.codePoints(text);
    }

    @Nullable
    String value() {
        return text;
    }

    /** The string, or an empty one where something is wrong: {@link Body#done} throws before anybody uses it. */
    String orEmpty() {
        return text == null ? "" : text;
    }

    Change<String> change() {
        return new Change<>(body.has(name), text);
    }
}
