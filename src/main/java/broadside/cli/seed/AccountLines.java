package broadside.cli.seed;

import broadside.kit.problem.Problem;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** The first reading of a file: opens its accounts, and learns how many posts there are and whose. */
final class AccountLines implements SeedFile.Reader {
    private static final Set<String> MEMBERS = Set.of("username", "email", "displayName", "bio");

    private final People people;
    private final Accounts accounts;
    private final Language language;
    private final Harvest harvest;
    private final Set<String> authors = new LinkedHashSet<>();
    private long posts;
    private boolean anonymous;

    AccountLines(People people, Accounts accounts, Language language, Harvest harvest) {
        this.people = people;
        this.accounts = accounts;
        this.language = language;
        this.harvest = harvest;
    }

    @Override
    public void take(String place, JsonObject members) {
        var isPost = PostLines.isPost(members);
        if (isPost == members.containsKey("username")) {
            refuse(place, "it must have either a username, for an account, or a body or text, for a post");
        } else if (isPost) {
            note(members);
        } else {
            open(place, members);
        }
    }

    private void note(JsonObject members) {
        posts++;
        if (members.getValue("author") instanceof String author) {
            authors.add(author);
        }
        anonymous |= !members.containsKey("author");
    }

    private void open(String place, JsonObject members) {
        members.fieldNames().stream().filter(name -> !MEMBERS.contains(name)).forEach(harvest::overlook);
        members.fieldNames().retainAll(MEMBERS);
        try {
            accounts.open(place, people.newcomer(members), language);
        } catch (Problem wrong) {
            refuse(place, Reasons.of(wrong));
        }
    }

    @Override
    public void refuse(String place, String reason) {
        harvest.refuse(place, reason);
    }

    /** Everybody who wrote a post, by name. */
    Set<String> authors() {
        return authors;
    }

    long posts() {
        return posts;
    }

    /** Whether some posts do not say whose they are. */
    boolean isAnonymous() {
        return anonymous;
    }
}
