package broadside.app.lint;

/**
 * A word of SQL.
 *
 * @param text in lower case where PostgreSQL does not tell cases apart; of quoted text what stands between the quotes
 * @param line counted from 1
 */
record Token(Kind kind, String text, int line) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        BODY,
        NUMBER,
        SYMBOL,
        COMMENT
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
