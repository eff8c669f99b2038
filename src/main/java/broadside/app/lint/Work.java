package broadside.app.lint;

import broadside.app.lint.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A statement that a migration runs.
 *
 * @param statement by itself
 * @param whole     the statement of the script it stands in: of a {@code do} block's statements the block
 */
record Work(SqlStatement statement, SqlStatement whole) {
    private static final Set<String> CONTROL = Set.of("begin", "loop", "then", "else", "declare");

    /** The statement; of a {@code do} block what is in it, since that runs at once too, unlike what functions hold. */
    static Stream<Work> of(SqlStatement statement) {
        if (!statement.starts("do")) {
            return Stream.of(new Work(statement, statement));
        }
        return statement.tokens().stream()
                .filter(token -> token.kind() == Kind.BODY)
                .flatMap(body -> SqlStatement.split(Tokens.of(body.text(), body.line())).stream())
                .flatMap(inner -> Stream.of(withoutControl(inner), executed(inner)))
                .filter(inner -> !inner.tokens().isEmpty())
                .map(inner -> new Work(inner, statement));
    }

    private static SqlStatement withoutControl(SqlStatement inner) {
        var start = IntStream.range(0, inner.tokens().size())
                .filter(at -> CONTROL.stream().anyMatch(word -> inner.at(at, word)))
                .max()
                .orElse(-1);
        return inner.from(start + 1);
    }

    /** What stands in the first text behind {@code execute}. */
    private static SqlStatement executed(SqlStatement inner) {
        return inner.from(Math.max(0, inner.find("execute"))).tokens().stream()
                .filter(token -> inner.has("execute") && token.kind() == Kind.STRING)
                .findFirst()
                .map(text -> new SqlStatement(Tokens.of(text.text(), text.line()), List.of()))
                .orElse(new SqlStatement(List.of(), List.of()));
    }

    int line() {
        return statement.line();
    }

    /** Whether it is repeated, each time in a transaction of its own. */
    boolean isRepeatedAndCommitted() {
        return whole.tokens().stream()
                .filter(token -> token.kind() == Kind.BODY)
                .map(body -> new SqlStatement(Tokens.of(body.text(), body.line()), List.of()))
                .anyMatch(body -> body.has("loop") && body.has("commit"));
    }
}
