package broadside.feed;

import broadside.kit.problem.Problem;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.stream.Stream;

/** What a feed is written in. */
enum Format {
    ATOM("Atom", Atom.MEDIA_TYPE, "; charset=utf-8"),
    RSS("RSS", Rss.MEDIA_TYPE, "; charset=utf-8"),
    JSON("JSON Feed", JsonFeed.MEDIA_TYPE, "");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String title;
    private final String mediaType;
    private final String parameter;

    Format(String title, String mediaType, String parameter) {
        this.title = title;
        this.mediaType = mediaType;
        this.parameter = parameter;
    }

    /** @throws Problem 404 when there is none of this name */
    static Format of(String word) {
        return Stream.of(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** As it stands in addresses. */
    String word() {
        return word;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return mediaType + parameter;
    }

    Buffer write(Feed feed) {
        return switch (this) {
            case ATOM -> Atom.of(feed);
            case RSS -> Rss.of(feed);
            case JSON -> JsonFeed.of(feed);
        };
    }
}
