package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content negotiation (RFC 9110, 12.5.1 and 15.5.16): JSON, or a form where the route says so, goes in, JSON or the route's own media type comes out. */
final class MediaTypes {
    private MediaTypes() {}

    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** @throws Problem 415 when there is a body and it is not labelled as what the route takes */
    static void checkBody(Call call) {
        var taken = taken(call.route());
        if (call.body().length() > 0 && !isOneOf(taken, call.header("Content-Type"))) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: " + taken.get(0) + ".");
        }
    }

    private static List<String> taken(Route route) {
        return switch (route.body()) {
            case JSON -> route.method().equals(HttpMethod.PATCH) ? List.of(JSON, PATCH) : List.of(JSON);
            case FORM -> List.of(FORM);
        };
    }

    private static boolean isOneOf(List<String> taken, @Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        var parts = contentType.toLowerCase(Locale.ROOT).split(";", 2);
        var charset = parts.length == 1 || !parts[1].contains("charset") || parts[1].contains("utf-8");
        return charset && taken.contains(parts[0].trim());
    }

    /** @throws Problem 406 when the client accepts nothing that is sent under {@code /v1} */
    static void checkAccept(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        if (accept != null
                && !accept.isBlank()
                && Arrays.stream(accept.split(",")).noneMatch(MediaTypes::takesJson)) {
            throw Problem.of(ProblemType.NOT_ACCEPTABLE, "Only application/json is sent here.");
        }
    }

    private static boolean takesJson(String range) {
        var parts = range.toLowerCase(Locale.ROOT).split(";");
        var type = parts[0].trim();
        var refused = Arrays.stream(parts).skip(1).map(String::trim).anyMatch(part -> part.matches("q=0(\\.0*)?"));
        return !refused && (type.equals("*/*") || type.equals("application/*") || type.equals(JSON));
    }
}
