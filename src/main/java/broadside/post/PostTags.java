package broadside.post;

import broadside.kit.json.Fields;
import broadside.kit.text.Hashtags;
import broadside.kit.text.Tag;
import broadside.kit.text.WellFormed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a post is filed under, in its author's order and spelling; two spellings of one key are one tag, the first. */
final class PostTags {
    static final int MOST = 10;

    private PostTags() {}

    /** Reads the member {@code tags}. */
    static List<String> read(Fields fields) {
        var tags = fields.texts("tags", MOST);
        if (tags == null) {
            return List.of();
        }
        for (int index = 0; index < tags.size(); index++) {
            check(fields, "/tags/" + index, tags.get(index));
        }
        return distinct(tags);
    }

    private static void check(Fields fields, String pointer, String tag) {
        int length = WellFormed.codePoints(tag);
        if (length == 0) {
            fields.rejectAt(pointer, "too-short", "It must have at least 1 character.");
        } else if (length > Tag.MAX_LENGTH) {
            fields.rejectAt(pointer, "too-long", "It may have at most " + Tag.MAX_LENGTH + " characters.");
        } else if (!WellFormed.line(tag) || Tag.key(tag) == null) {
            fields.rejectAt(pointer, "format", "It must be one line with a letter or digit in it.");
        }
    }

    /** These and then the hashtags of a text, the first ten in all. */
    static List<String> withHashtags(List<String> tags, String body) {
        var all = new ArrayList<>(tags);
        Hashtags.in(body).stream()
                .filter(tag -> WellFormed.codePoints(tag) <= Tag.MAX_LENGTH)
                .forEach(all::add);
        return distinct(all).stream().limit(MOST).toList();
    }

    /** These but for what the text brings by itself. */
    static List<String> withoutHashtags(List<String> tags, String body) {
        var hashtags = keys(Hashtags.in(body));
        return tags.stream().filter(tag -> !hashtags.contains(Tag.key(tag))).toList();
    }

    /** What they are compared by. */
    static List<String> keys(List<String> tags) {
        return List.copyOf(byKey(tags).keySet());
    }

    private static List<String> distinct(List<String> tags) {
        return List.copyOf(byKey(tags).values());
    }

    private static Map<String, String> byKey(List<String> tags) {
        var byKey = new LinkedHashMap<String, String>();
        for (var tag : tags) {
            var key = Tag.key(tag);
            if (key != null) {
                byKey.putIfAbsent(key, tag);
            }
        }
        return byKey;
    }
}
