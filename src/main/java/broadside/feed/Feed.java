package broadside.feed;

import broadside.post.PostView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed, in no format yet.
 *
 * @param started  when it began, for one that has no posts
 * @param self     the address of this page
 * @param first    that of the first page, by which the feed is known
 * @param next     that of the older page; null: there is none
 * @param previous that of the newer page; null: there is none, or it has none
 */
record Feed(
        Addresses addresses,
        Subject subject,
        Instant started,
        String self,
        String first,
        @Nullable String next,
        @Nullable String previous,
        List<PostView> posts) {
    /** What a feed is about. */
    record Subject(String title, String description) {}

    /** When the newest change of it was made. */
    Instant updated() {
        return posts.stream()
                .flatMap(post -> Stream.of(post.updatedAt(), published(post)))
                .max(Instant::compareTo)
                .orElse(started);
    }

    static Instant published(PostView post) {
        return Objects.requireNonNull(post.publishedAt());
    }

    /** Whoever wrote it, by the name she goes by. */
    static String author(PostView post) {
        var name = post.author().displayName();
        return name == null || name.isBlank() ? post.author().username() : name;
    }
}
