package broadside.app.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is allowed, with a reason: by a comment before a statement or in it, or, for files that were released and do not change any
 * more, by a line {@code V0NN__name.sql rule: reason} in the file {@code lint.allow} of the folder.
 */
final class Waivers {
    private static final Pattern FORM =
            Pattern.compile("--\\s*lint:\\s*allow\\s+(?<rule>[a-z-]+):\\s*(?<reason>\\S.*)");
    private static final Pattern MEANT = Pattern.compile("--\\s*lint\\b.*");

    private final Migration migration;
    private final Set<String> released;
    private final Set<Token> used = new HashSet<>();
    private final List<Token> comments = new ArrayList<>();

    Waivers(Migration migration, Set<String> released) {
        this.migration = migration;
        this.released = released;
    }

    /** @return whether the rule may be broken in this statement */
    boolean allow(SqlStatement statement, Rule rule) {
        var fitting = statement.comments().stream()
                .filter(comment -> rule.word().equals(rule(comment)))
                .toList();
        used.addAll(fitting);
        return !fitting.isEmpty() || released.contains(migration.file() + " " + rule.word());
    }

    private static String rule(Token comment) {
        var form = FORM.matcher(comment.text().strip());
        return form.matches() ? form.group("rule") : "";
    }

    /** Comments that were meant to allow something and did not. */
    Stream<Finding> idle() {
        migration.statements().forEach(statement -> comments.addAll(statement.comments()));
        return comments.stream()
                .filter(comment -> MEANT.matcher(comment.text().strip()).matches())
                .filter(comment -> !used.contains(comment))
                .map(comment -> Rule.WAIVER.in(migration, comment.line()));
    }
}
