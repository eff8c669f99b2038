package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an address says (RFC 3986). The router mixes the variables of a path into the parameters; here they stay apart. */
final class Address {
    private static final int MOST_PARAMETERS = 64;

    private static final Pattern OTHER_SPELLING = Pattern.compile("//|/(\\.|%2[eE]){1,2}(/|$)|[^/]/$");

    private Address() {}

    /**
     * The parameters of the query, decoded.
     *
     * @throws Problem 400 when it is not percent-encoded UTF-8 or holds NUL, which PostgreSQL cannot take
     */
    static MultiMap parameters(HttpServerRequest request) {
        var parameters = MultiMap.caseInsensitiveMultiMap();
        var query = request.query();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        try {
            new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true)
                    .parameters()
                    .forEach(parameters::add);
        } catch (IllegalArgumentException undecodable) {
            throw unreadable();
        }
        if (!parameters.entries().stream().allMatch(entry -> isText(entry.getKey()) && isText(entry.getValue()))) {
            throw unreadable();
        }
        return parameters;
    }

    /** Whether a path has no empty segment and none that means this or the one above (RFC 3986, 5.2.4). */
    static boolean isPlain(@Nullable String path) {
        return path == null || !OTHER_SPELLING.matcher(path).find();
    }

    /** Whether it was well-formed before it was decoded: what was not has become U+FFFD. */
    static boolean isText(String decoded) {
        return decoded.indexOf('\0') < 0 && decoded.indexOf('\uFFFD') < 0;
    }

    private static Problem unreadable() {
        return Problem.of(ProblemType.BAD_REQUEST, "The query is not percent-encoded UTF-8, or it holds NUL.");
    }
}
