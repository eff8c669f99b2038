package broadside.cli.microblog;

import broadside.kit.problem.StartupFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of the two programs a database belongs to, by the names of its tables. */
enum Edition {
    /** The Microblog with pages. */
    MICROBLOG("user", "post", "body"),
    /** The API for front ends. */
    API("users", "posts", "text");

    static final String FOLLOWERS = "followers";
    static final String MESSAGE = "message";

    final String users;
    final String posts;
    final String text;

    Edition(String users, String posts, String text) {
        this.users = users;
        this.posts = posts;
        this.text = text;
    }

    /** @param tables the columns of each table */
    static Edition of(Map<String, Set<String>> tables) {
        var found =
                Arrays.stream(values()).filter(edition -> edition.isIn(tables)).toList();
        return switch (found.size()) {
            case 0 ->
                throw new StartupFailure(
                        "This is no database of the Microblog: it has neither a table user with a table post "
                                + "nor a table users with a table posts.");
            case 1 -> found.get(0);
            default ->
                throw new StartupFailure("This database holds both editions of the Microblog: say which with --edition "
                        + String.join(" or ", words()) + ".");
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Edition::word).toList();
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean isIn(Map<String, Set<String>> tables) {
        return tables.getOrDefault(users, Set.of()).containsAll(Set.of("id", "username"))
                && tables.getOrDefault(posts, Set.of()).containsAll(Set.of("id", text, "user_id"));
    }

    /** Tables that are not looked at. */
    Set<String> leftAlone(Map<String, Set<String>> tables) {
        var names = new TreeSet<>(tables.keySet());
        names.removeAll(Set.of(users, posts, FOLLOWERS, MESSAGE, "alembic_version"));
        names.removeIf(name -> name.startsWith("sqlite_"));
        return names;
    }
}
