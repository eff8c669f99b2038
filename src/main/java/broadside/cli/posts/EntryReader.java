package broadside.cli.posts;

import broadside.kit.problem.Problem;
import broadside.post.FormerPost;
import broadside.transfer.SourceEntry;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a post of members as our own API has them, and finds all that is wrong with it. */
final class EntryReader {
    private static final int LONGEST_ID = 200;
    /** What our API and our exports say beside what somebody wrote: it comes about here by itself. */
    private static final Set<String> OVERLOOKED =
            Set.of("kind", "html", "excerpt", "readingMinutes", "counts", "mentions", "viewer", "series", "version");

    private final @Nullable String author;
    private final Clock clock;

    /** @param author of what does not say who wrote it; null: nobody is */
    EntryReader(@Nullable String author, Clock clock) {
        this.author = author;
        this.clock = clock;
    }

    /** What cannot be read at all. */
    static SourceEntry unreadable(String key, String place, String reason) {
        return new SourceEntry(key, place, null, null, null, List.of(reason), List.of());
    }

    /**
     * Reads one.
     *
     * @param key     for one that has no id
     * @param wrong   what is wrong with it already
     * @param changes what had to be changed to have these members, as ends of sentences
     */
    SourceEntry read(JsonObject members, String key, String place, List<String> wrong, List<String> changes) {
        var faults = new ArrayList<>(wrong);
        var told = new ArrayList<>(changes);
        OVERLOOKED.forEach(members::remove);
        var id = id("id", members, faults);
        var answers = id("replyTo", members, faults);
        var by = author(members, faults);
        hide(members, told);
        var post = post(members, faults);
        if (post != null && post.isArticle() && answers != null) {
            faults.add("title: A reply is a note");
        }
        return new SourceEntry(
                id == null ? key : SourceEntry.keyOfId(id),
                place,
                by,
                post,
                answers == null ? null : SourceEntry.keyOfId(answers),
                faults,
                told);
    }

    private static @Nullable String id(String name, JsonObject members, List<String> faults) {
        var value = members.remove(name);
        if (value == null) {
            return null;
        }
        var text = value instanceof Integer || value instanceof Long ? value.toString() : value;
        if (text instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
            return id;
        }
        faults.add(name + ": It must be a string of 1 to " + LONGEST_ID + " characters");
        return null;
    }

    /** A name, or an account as our API shows it. */
    private @Nullable String author(JsonObject members, List<String> faults) {
        var value = members.remove("author");
        var name = value instanceof JsonObject account ? account.getValue("username") : value;
        if (name instanceof String text && !text.isBlank()) {
            return text;
        }
        if (value != null) {
            faults.add("author: It must be a username");
        } else if (author == null) {
            faults.add("author: It has none, and no --author is given");
        }
        return value == null ? author : null;
    }

    /** Nobody is to see again what somebody has hidden. */
    private void hide(JsonObject members, List<String> changes) {
        if (members.remove("replyHiddenBy") != null && members.getValue("hiddenAt") == null) {
            members.put("hiddenAt", clock.instant().toString());
            changes.add("was hidden under what it answers, is hidden by moderators");
        }
    }

    private @Nullable FormerPost post(JsonObject members, List<String> faults) {
        try {
            return FormerPost.read(members, clock.instant());
        } catch (Problem wrong) {
            wrong.violations()
                    .forEach(violation ->
                            faults.add(sentence(violation.pointer().substring(1) + ": " + violation.detail())));
            return null;
        }
    }

    /** Without the full stop: others may follow. */
    static String sentence(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
