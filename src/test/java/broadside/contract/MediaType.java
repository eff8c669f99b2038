package broadside.contract;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** The media type of a message without its parameters. */
final class MediaType {
    private MediaType() {}

    static String of(MultiMap headers) {
        String value = headers.contains(HttpHeaders.CONTENT_TYPE) ? headers.get(HttpHeaders.CONTENT_TYPE) : "none";
        return value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
