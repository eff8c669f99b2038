package broadside.app.lint;

import broadside.app.lint.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One statement.
 *
 * @param tokens   without comments and the semicolon
 * @param comments that stand before it or in it
 */
record SqlStatement(List<Token> tokens, List<Token> comments) {
    /** Statements of a script, in their order; comments behind the last make one without tokens. */
    static List<SqlStatement> split(List<Token> script) {
        var statements = new ArrayList<SqlStatement>();
        var tokens = new ArrayList<Token>();
        var comments = new ArrayList<Token>();
        for (var token : script) {
            if (token.is(";") && !isInAtomicBody(tokens)) {
                statements.add(new SqlStatement(List.copyOf(tokens), List.copyOf(comments)));
                tokens.clear();
                comments.clear();
            } else {
                (token.kind() == Kind.COMMENT ? comments : tokens).add(token);
            }
        }
        statements.add(new SqlStatement(List.copyOf(tokens), List.copyOf(comments)));
        return statements;
    }

    /** A body {@code begin atomic … end} has semicolons of its own; {@code case} has an end too. */
    private static boolean isInAtomicBody(List<Token> tokens) {
        var start = IntStream.range(1, tokens.size())
                .filter(at -> tokens.get(at).is("atomic") && tokens.get(at - 1).is("begin"))
                .findFirst();
        if (start.isEmpty()) {
            return false;
        }
        var body = tokens.subList(start.getAsInt(), tokens.size());
        var cases = body.stream().filter(token -> token.is("case")).count();
        var ends = body.stream().filter(token -> token.is("end")).count();
        return ends <= cases;
    }

    int line() {
        return tokens.isEmpty()
                ? comments.isEmpty() ? 1 : comments.get(0).line()
                : tokens.get(0).line();
    }

    boolean starts(String... words) {
        return at(0, words);
    }

    boolean at(int place, String... words) {
        return place >= 0
                && place + words.length <= tokens.size()
                && IntStream.range(0, words.length)
                        .allMatch(i -> tokens.get(place + i).is(words[i]));
    }

    boolean has(String... words) {
        return find(words) >= 0;
    }

    /** Where these words stand first; -1: nowhere. */
    int find(String... words) {
        return IntStream.range(0, tokens.size())
                .filter(at -> at(at, words))
                .findFirst()
                .orElse(-1);
    }

    /** The name at a place, without its schema; words such as {@code if not exists} and {@code only} before it are passed over. */
    String name(int place) {
        return nameAt(place).map(Token::text).orElse("");
    }

    private Optional<Token> nameAt(int place) {
        var at = afterNoise(place);
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
    }

    /** The place behind the name at a place. */
    int afterName(int place) {
        var at = afterNoise(place);
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        return at + 1;
    }

    private int afterNoise(int place) {
        var at = place;
        while (at(at, "if") || at(at, "not") || at(at, "exists") || at(at, "only") || at(at, "concurrently")) {
            at++;
        }
        return at;
    }

    SqlStatement from(int place) {
        return new SqlStatement(tokens.subList(Math.min(place, tokens.size()), tokens.size()), List.of());
    }

    /** Parts between commas that stand in no parentheses. */
    List<SqlStatement> parts() {
        var parts = new ArrayList<SqlStatement>();
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= tokens.size(); at++) {
            var ends = at == tokens.size() || (depth == 0 && tokens.get(at).is(","));
            if (ends) {
                parts.add(new SqlStatement(tokens.subList(start, at), List.of()));
                start = at + 1;
            } else {
                depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            }
        }
        return parts;
    }

    /** What stands between the parenthesis at a place and its closing one; empty where there is none. */
    SqlStatement within(int place) {
        if (!at(place, "(")) {
            return new SqlStatement(List.of(), List.of());
        }
        var depth = 0;
        for (var at = place; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0) {
                return new SqlStatement(tokens.subList(place + 1, at), List.of());
            }
        }
        return from(place + 1);
    }
}
