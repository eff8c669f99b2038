package broadside.app.lint;

import broadside.app.lint.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes SQL apart by PostgreSQL's lexical rules (PostgreSQL documentation, 4.1): quoted names, strings with and without escapes, bodies
 * between dollars, comments that nest. Text that ends in the middle of something ends it.
 */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*");
    private static final Pattern DOLLARS = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern LINE_COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern PLAIN_STRING = Pattern.compile("'(?:[^']|'')*+'?");
    private static final Pattern ESCAPED_STRING = Pattern.compile("[eE]'(?:[^'\\\\]|''|\\\\.)*+'?", Pattern.DOTALL);
    private static final Pattern PREFIXED_STRING = Pattern.compile("(?:[bBxXnN]|[uU]&)'(?:[^']|'')*+'?");
    private static final Pattern QUOTED_NAME = Pattern.compile("(?:[uU]&)?\"(?:[^\"]|\"\")*+\"?");
    private static final Pattern SYMBOL = Pattern.compile("::|:=|<=|>=|<>|!=|\\|\\||.", Pattern.DOTALL);

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line;

    private Tokens(String sql, int line) {
        this.sql = sql;
        this.line = line;
    }

    /** @param line of the first character */
    static List<Token> of(String sql, int line) {
        var tokens = new Tokens(sql, line);
        while (tokens.at < sql.length()) {
            tokens.next();
        }
        return List.copyOf(tokens.tokens);
    }

    private void next() {
        if (Character.isWhitespace(sql.charAt(at))) {
            skip(1);
        } else if (sql.startsWith("/*", at)) {
            add(Kind.COMMENT, blockComment());
        } else if (!(token(LINE_COMMENT, Kind.COMMENT)
                || token(ESCAPED_STRING, Kind.STRING)
                || token(PREFIXED_STRING, Kind.STRING)
                || token(PLAIN_STRING, Kind.STRING)
                || token(QUOTED_NAME, Kind.QUOTED_NAME)
                || body()
                || token(WORD, Kind.WORD)
                || token(NUMBER, Kind.NUMBER))) {
            token(SYMBOL, Kind.SYMBOL);
        }
    }

    private boolean token(Pattern pattern, Kind kind) {
        var found = pattern.matcher(sql).region(at, sql.length());
        if (!found.lookingAt()) {
            return false;
        }
        add(kind, found.group());
        return true;
    }

    private boolean body() {
        var opening = DOLLARS.matcher(sql).region(at, sql.length());
        if (!opening.lookingAt()) {
            return false;
        }
        var closing = sql.indexOf(opening.group(), opening.end());
        var end = closing < 0 ? sql.length() : closing;
        tokens.add(new Token(Kind.BODY, sql.substring(opening.end(), end), line));
        skip(Math.min(sql.length(), end + opening.group().length()) - at);
        return true;
    }

    private String blockComment() {
        var depth = 1;
        var end = at + 2;
        while (depth > 0 && end < sql.length()) {
            var opens = sql.startsWith("/*", end);
            var closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return sql.substring(at, Math.min(end, sql.length()));
    }

    private void add(Kind kind, String raw) {
        tokens.add(new Token(kind, text(kind, raw), line));
        skip(raw.length());
    }

    private static String text(Kind kind, String raw) {
        return switch (kind) {
            case WORD -> raw.toLowerCase(Locale.ROOT);
            case QUOTED_NAME ->
                raw.replaceFirst("^(?:[uU]&)?\"", "").replaceFirst("\"$", "").replace("\"\"", "\"");
            case STRING -> raw.substring(raw.indexOf('\'') + 1).replaceFirst("'$", "");
            case BODY, NUMBER, SYMBOL, COMMENT -> raw;
        };
    }

    private void skip(int characters) {
        line += (int) sql.substring(at, at + characters)
                .chars()
                .filter(c -> c == '\n')
                .count();
        at += characters;
    }
}
