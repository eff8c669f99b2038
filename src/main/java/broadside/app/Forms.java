package broadside.app;

import broadside.app.log.LogFormat;
import broadside.app.log.RequestLog;
import broadside.kit.http.Network;
import broadside.kit.text.Email;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the values of settings look like. Each takes its text apart or throws an {@link IllegalArgumentException}. */
final class Forms {
    /** Every dialect there is. */
    static final Set<String> DIALECTS = Set.of("realworld", "microblog");

    private Forms() {}

    static int number(String text, int most) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** A number from 0 on. */
    static double upTo(double most, String text) {
        double number = Double.parseDouble(text);
        if (!(number >= 0 && number <= most)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    static String email(String text) {
        if (!Email.valid(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    static String webAddress(String text) {
        var uri = uri(text);
        if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                || uri.getHost() == null
                || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** As RFC 9116 (2.5.3) has it; a line of its own in an answer, so of ASCII and without blanks. */
    static String contact(String text) {
        var uri = uri(text);
        var right =
                switch (String.valueOf(uri.getScheme())) {
                    case "mailto" -> Email.valid(text.replaceFirst("\\?.*", "").substring("mailto:".length()));
                    case "tel" -> text.matches("tel:\\+[0-9][0-9().-]*");
                    case "https" -> webAddress(text).equals(text);
                    default -> false;
                };
        if (!right || !text.matches("[!-~]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static String postUrl(String text) {
        webAddress(text.replace("{id}", "1"));
        if (!text.contains("{id}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static String publicUrl(String text) {
        if (uri(webAddress(text)).getRawQuery() != null || text.contains("#")) {
            throw new IllegalArgumentException(text);
        }
        return text.replaceAll("/+$", "");
    }

    static URI smtp(String text) {
        var uri = uri(text);
        if (!List.of("smtp", "smtps").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("smtp");
        }
        return uri;
    }

    static URI endpoint(String text) {
        var uri = uri(webAddress(text));
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    /** As in W3C's baggage, without properties: values may be percent-encoded. */
    static Map<String, String> headers(String text) {
        return Arrays.stream(text.split(","))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> headerName(pair[0].strip()), pair -> headerValue(pair)));
    }

    private static String headerName(String name) {
        if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }

    private static String headerValue(String... pair) {
        var value =
                pair.length < 2 ? "" : URLDecoder.decode(pair[1].strip().replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!value.matches("[ -~]+")) {
            throw new IllegalArgumentException(pair[0]);
        }
        return value;
    }

    static List<String> origins(String text) {
        var origins = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Forms::publicUrl)
                .toList();
        if (origins.stream().anyMatch(origin -> !uri(origin).getRawPath().isEmpty())) {
            throw new IllegalArgumentException(text);
        }
        return origins;
    }

    static Set<String> dialects(String text) {
        var names = text.equals("none")
                ? Set.<String>of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
        if (!DIALECTS.containsAll(names)) {
            throw new IllegalArgumentException(text);
        }
        return names;
    }

    static LogFormat logFormat(String text) {
        return switch (text) {
            case "auto" -> LogFormat.usual();
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static RequestLog.Which logRequests(String text) {
        return switch (text) {
            case "all" -> RequestLog.Which.ALL;
            case "failed" -> RequestLog.Which.FAILED;
            case "none" -> RequestLog.Which.NONE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static List<Network> networks(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(range -> Network.parse(range).orElseThrow(IllegalArgumentException::new))
                .toList();
    }
}
