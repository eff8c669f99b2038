package broadside.post;

import broadside.kit.http.Query;
import broadside.kit.text.CaseFold;
import broadside.kit.text.LanguageTag;
import broadside.kit.text.Tag;
import broadside.kit.text.WellFormed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which posts of a list are asked for; null: any.
 *
 * @param tag      its key
 * @param author   the key of a username
 * @param language this one and what is narrower: {@code zh} finds {@code zh-Hant} too (basic filtering, RFC 4647, 3.3.1)
 * @param since    published then or later
 * @param until    published before
 * @param replies  whether replies are among them
 */
public record PostFilter(
        @Nullable String tag,
        @Nullable String author,
        @Nullable String language,
        @Nullable Kind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        boolean replies) {
    public static final PostFilter ANY = new PostFilter(null, null, null, null, null, null, false);

    private static final int USERNAME = 64;

    /** The query parameters of every list of posts. */
    public static String[] parameters() {
        return new String[] {"tag", "language", "kind", "since", "until", "limit", "cursor"};
    }

    /** Reads the query parameters of those names; {@code author} and {@code replies} where the list knows them. */
    public static PostFilter from(Query query) {
        var tag = query.text("tag", PostFilter::isTag, "It must be a tag of 1 to 50 characters.");
        var author = query.text("author", PostFilter::isUsername, "It must be a username.");
        var language = query.text(
                "language", text -> LanguageTag.canonical(text) != null, "It must be a language tag as BCP 47 has it.");
        return new PostFilter(
                tag == null ? null : Tag.key(tag),
                author == null ? null : CaseFold.key(author),
                language == null ? null : LanguageTag.canonical(language),
                query.choice("kind", Kind.class),
                query.time("since"),
                query.time("until"),
                query.flag("replies"));
    }

    private static boolean isTag(String text) {
        return WellFormed.codePoints(text) <= Tag.MAX_LENGTH && Tag.key(text) != null;
    }

    private static boolean isUsername(String text) {
        return !text.isEmpty() && WellFormed.codePoints(text) <= USERNAME && WellFormed.line(text);
    }

    /** The posts of one account. */
    public PostFilter by(String username) {
        return new PostFilter(tag, CaseFold.key(username), language, kind, since, until, replies);
    }

    /** The posts under one tag, by its key. */
    public PostFilter tagged(String key) {
        return new PostFilter(key, author, language, kind, since, until, replies);
    }

    @Nullable
    String primaryLanguage() {
        return language == null ? null : language.replaceFirst("-.*", "");
    }

    /** The whole tag, where it says more than the primary language. */
    @Nullable
    String narrowerLanguage() {
        return language != null && language.contains("-") ? language : null;
    }
}
