package broadside.cli.roster;

import broadside.app.roster.Entry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What is told of an account. */
enum Column {
    USERNAME,
    ROLE,
    STATE,
    EMAIL,
    VERIFIED,
    CREATED,
    SEEN,
    POSTS;

    /** So that every line has as many words as columns. */
    private static final String NOTHING = "-";

    static List<String> words() {
        return Arrays.stream(values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static List<String> cells(Entry entry, Function<Instant, String> time) {
        return Arrays.stream(values()).map(column -> column.of(entry, time)).toList();
    }

    private String of(Entry entry, Function<Instant, String> time) {
        return switch (this) {
            case USERNAME -> entry.username();
            case ROLE -> entry.role();
            case STATE -> entry.state().word();
            case EMAIL -> entry.email() == null ? NOTHING : entry.email();
            case VERIFIED -> entry.verified() ? "yes" : "no";
            case CREATED -> time.apply(entry.created());
            case SEEN -> entry.lastSeen() == null ? NOTHING : time.apply(entry.lastSeen());
            case POSTS -> Long.toString(entry.posts());
        };
    }
}
