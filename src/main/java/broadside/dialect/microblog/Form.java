package broadside.dialect.microblog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names and values as forms and queries have them: {@code application/x-www-form-urlencoded}. */
final class Form {
    private Form() {}

    /** @param pairs name, value, name, value */
    static String of(String... pairs) {
        return IntStream.range(0, pairs.length / 2)
                .mapToObj(pair -> encoded(pairs[2 * pair]) + "=" + encoded(pairs[2 * pair + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
