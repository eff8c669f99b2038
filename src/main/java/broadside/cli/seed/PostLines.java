package broadside.cli.seed;

import broadside.kit.problem.Problem;
import broadside.kit.text.WellFormed;
import broadside.post.FormerPost;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second reading of a file: publishes its posts. */
final class PostLines implements SeedFile.Reader {
    private static final Set<String> MEMBERS =
            Set.of("body", "title", "summary", "coverUrl", "language", "tags", "publishedAt");

    private final Posts posts;
    private final Accounts accounts;
    private final Population population;
    private final Year year;
    private final Dice dice;
    private final Harvest harvest;
    private final long all;
    private long number;

    PostLines(Posts posts, Accounts accounts, Population population, Year year, Dice dice, Harvest harvest, long all) {
        this.posts = posts;
        this.accounts = accounts;
        this.population = population;
        this.year = year;
        this.dice = dice;
        this.harvest = harvest;
        this.all = all;
    }

    static boolean isPost(JsonObject members) {
        return members.containsKey("body") || members.containsKey("text");
    }

    @Override
    public void take(String place, JsonObject members) {
        if (!isPost(members) || members.containsKey("username")) {
            return;
        }
        var usual = year.publication(number++, all, dice);
        var author = author(members, usual);
        if (author == null) {
            harvest.refuse(place, "author: It must be a name, of a person who can be here.");
            return;
        }
        try {
            var post = read(members, usual);
            posts.publish(place, new Planned(author, at(members, usual), 0), post, null);
        } catch (Problem wrong) {
            harvest.refuse(place, Reasons.of(wrong));
        }
    }

    private @Nullable Long author(JsonObject members, Instant then) {
        var author = members.remove("author");
        if (author == null) {
            return population.someone(then, dice).id();
        }
        return author instanceof String name ? accounts.id(name) : null;
    }

    private FormerPost read(JsonObject members, Instant usual) {
        var text = members.remove("text");
        if (!members.containsKey("body")) {
            members.put("body", text);
        }
        members.fieldNames().stream().filter(name -> !MEMBERS.contains(name)).forEach(harvest::overlook);
        members.fieldNames().retainAll(MEMBERS);
        if (!members.containsKey("publishedAt")) {
            members.put("publishedAt", usual.toString());
        }
        entitle(members);
        return FormerPost.read(members, year.now());
    }

    /** What is too long for a note is an article with its beginning as title. */
    private static void entitle(JsonObject members) {
        if (!members.containsKey("title")
                && members.getValue("body") instanceof String body
                && WellFormed.codePoints(body) > FormerPost.LONGEST_NOTE
                && WellFormed.codePoints(body) <= FormerPost.LONGEST) {
            members.put("title", FormerPost.title(body));
        }
    }

    private static Instant at(JsonObject members, Instant usual) {
        return broadside.kit.json.Times.parse(members.getString("publishedAt")).orElse(usual);
    }

    /** The first reading has told. */
    @Override
    public void refuse(String place, String reason) {}
}
