package broadside.post;

import broadside.kit.json.Fields;
import broadside.kit.text.Invisible;
import broadside.kit.text.LanguageTag;
import broadside.kit.text.WebAddress;
import broadside.kit.text.WellFormed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a post says: all of it that a revision keeps.
 *
 * @param body     Markdown exactly as it was sent
 * @param language a canonical BCP 47 tag
 * @param tags     those the author gave, and in a note its hashtags
 */
record PostText(
        @Nullable String title,
        @Nullable String summary,
        String body,
        @Nullable String language,
        List<String> tags,
        @Nullable String coverUrl) {
    static final Set<String> MEMBERS = Set.of("title", "summary", "body", "language", "tags", "coverUrl");
    static final int NOTE = 1_000;
    static final int ARTICLE = 100_000;

    private static final int TITLE = 200;
    private static final int SUMMARY = 500;

    /** Reads the members {@code title, summary, body, language, tags, coverUrl}. */
    static PostText read(Fields fields) {
        var title = title(fields);
        var body = body(fields, title == null ? NOTE : ARTICLE);
        var text =
                new PostText(title, summary(fields), body, language(fields), PostTags.read(fields), coverUrl(fields));
        if (title == null) {
            refuse(fields, "summary", text.summary());
            refuse(fields, "coverUrl", text.coverUrl());
        }
        return title == null ? text.tagged(PostTags.withHashtags(text.tags(), body)) : text;
    }

    private static @Nullable String title(Fields fields) {
        return fields.text("title")
                .length(1, TITLE)
                .check(WellFormed::line, "invisible", "It must be one line without control characters.")
                .check(title -> !Invisible.all(title), "invisible", "It must show something.")
                .value();
    }

    private static String body(Fields fields, int most) {
        return fields.text("body")
                .required()
                .length(1, most)
                .check(WellFormed::text, "well-formed", "It holds characters that cannot be kept.")
                .check(body -> !Invisible.all(body), "invisible", "It must show something.")
                .orEmpty();
    }

    private static @Nullable String summary(Fields fields) {
        return fields.text("summary")
                .length(1, SUMMARY)
                .check(WellFormed::text, "well-formed", "It holds characters that cannot be kept.")
                .check(summary -> !Invisible.all(summary), "invisible", "It must show something.")
                .value();
    }

    private static @Nullable String language(Fields fields) {
        var tag = fields.text("language")
                .check(
                        text -> LanguageTag.canonical(text) != null,
                        "format",
                        "It must be a language tag as BCP 47 has it.")
                .value();
        return tag == null ? null : LanguageTag.canonical(tag);
    }

    private static @Nullable String coverUrl(Fields fields) {
        return fields.text("coverUrl")
                .length(1, WebAddress.MAX_LENGTH)
                .check(WebAddress::valid, "format", "It must be an http or https address.")
                .value();
    }

    private static void refuse(Fields fields, String name, @Nullable String value) {
        if (value != null) {
            fields.reject(name, "not-allowed", "Only an article has one: give a title too.");
        }
    }

    private PostText tagged(List<String> all) {
        return new PostText(title, summary, body, language, all, coverUrl);
    }

    /** A note with another body: hashtags go and come with it. */
    PostText sayingInNote(String other) {
        var kept = PostTags.withoutHashtags(tags, body);
        return new PostText(null, null, other, language, PostTags.withHashtags(kept, other), null);
    }

    boolean isNote() {
        return title == null;
    }
}
