package broadside.cli.seed;

import broadside.account.AccountDraft;
import broadside.account.Newcomer;
import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import broadside.kit.text.Email;
import broadside.kit.text.Invisible;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes up people, or what is missing of them. Mail to them goes nowhere: RFC 2606 keeps their domain free. */
final class People {
    private static final String DOMAIN = "@example.org";
    private static final int WITH_BIO = 70;

    private final Usernames usernames;
    private final Year year;
    private final Dice dice;

    /** @param first number of the first who is made up */
    People(long first, Year year, Dice dice) {
        this.usernames = new Usernames(first);
        this.year = year;
        this.dice = dice;
    }

    /** Somebody who writes a language. */
    Newcomer madeUp(Language language, Instant since) {
        var name = usernames.next();
        var bio = dice.chance(WITH_BIO) ? language.sentences(1, dice) + " #" + dice.pick(language.tags()) : null;
        return newcomer(name, name + DOMAIN, dice.pick(language.names()), bio, since);
    }

    /**
     * Somebody of whom no more is known than what she is called: by this name if it can be one, else it is shown beside another.
     *
     * @return null: nothing can be made of it
     */
    @Nullable
    Newcomer called(String name) {
        try {
            return newcomer(new JsonObject().put("username", name));
        } catch (Problem noUsername) {
            var username = usernames.next();
            return WellFormed.codePoints(name) <= Newcomer.DISPLAY_NAME && WellFormed.line(name) && !Invisible.all(name)
                    ? newcomer(username, username + DOMAIN, name, null, year.start())
                    : null;
        }
    }

    /**
     * Somebody of a file, who needs no address.
     *
     * @param members {@code username, email, displayName, bio}
     * @throws Problem with all that is wrong
     */
    Newcomer newcomer(JsonObject members) {
        var whole = members.containsKey("email") ? members : members.copy().put("email", address(members));
        var fields = new Fields(whole);
        var draft = AccountDraft.from(fields);
        var bio = fields.text("bio")
                .length(0, Newcomer.BIO)
                .check(WellFormed::text, "well-formed", "It cannot be stored.")
                .value();
        fields.done();
        return newcomer(draft.username(), draft.email(), draft.displayName(), bio, year.start());
    }

    private String address(JsonObject members) {
        var own = members.getValue("username") + DOMAIN;
        return Email.valid(own) ? own : usernames.next() + DOMAIN;
    }

    private Newcomer newcomer(
            String username, String email, @Nullable String name, @Nullable String bio, Instant since) {
        return new Newcomer(username, email, name, bio, since, year.visit(since, dice));
    }
}
