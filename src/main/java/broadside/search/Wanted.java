package broadside.search;

import broadside.post.PostFilter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for, and by whom; null for somebody not logged in. */
record Wanted(String typed, PostFilter filter, @Nullable Long viewer) {
    /** The filters as words that documents have. */
    String[] names() {
        return Stream.of(
                        named("=tag:", filter.tag()),
                        named(
                                "=kind:",
                                filter.kind() == null ? null : filter.kind().word()),
                        named("=language:", filter.language()))
                .flatMap(Stream::ofNullable)
                .toArray(String[]::new);
    }

    private static @Nullable String named(String kind, @Nullable String value) {
        return value == null ? null : kind + value;
    }
}
