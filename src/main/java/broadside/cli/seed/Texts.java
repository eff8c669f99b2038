package broadside.cli.seed;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Makes up what somebody writes, in the members of our API. */
final class Texts {
    private static final int LONG = 40;
    private static final int TAGGED = 60;

    private final Dice dice;

    Texts(Dice dice) {
        this.dice = dice;
    }

    JsonObject note(Language language) {
        var body = new StringBuilder(language.sentences(1 + dice.below(3), dice));
        if (dice.chance(TAGGED)) {
            body.append(" #").append(dice.pick(language.tags()));
        }
        return members(language, body.toString());
    }

    JsonObject reply(Language language) {
        var answer = dice.pick(language.replies());
        return members(language, dice.chance(LONG) ? answer + " " + language.sentences(1, dice) : answer);
    }

    JsonObject article(Language language) {
        var body = new StringBuilder();
        for (int part = 0; part < 2 + dice.below(3); part++) {
            body.append("## ").append(language.clause(dice)).append("\n\n");
            body.append(language.sentences(3 + dice.below(4), dice)).append("\n\n");
            body.append(part % 2 == 0 ? list(language) : "> " + language.sentences(1, dice) + "\n\n");
        }
        return members(language, body.toString().strip())
                .put("title", language.clause(dice))
                .put("summary", language.sentences(1, dice))
                .put("tags", new JsonArray().add(dice.pick(language.tags())));
    }

    private String list(Language language) {
        var list = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            list.append("- ").append(dice.pick(language.endings())).append('\n');
        }
        return list.append('\n').toString();
    }

    private static JsonObject members(Language language, String body) {
        return new JsonObject().put("body", body).put("language", language.code());
    }
}
