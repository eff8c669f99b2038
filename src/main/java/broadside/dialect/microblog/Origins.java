package broadside.dialect.microblog;

import broadside.kit.http.Cors;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pages may call with cookies (WHATWG Fetch, 3.2.5): those of listed origins. While none is listed and this server is reached
 * on the loopback address, every origin there may, whatever its port: somebody is developing.
 */
public final class Origins implements Cors {
    private static final String METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> listed;
    private final boolean developing;

    /**
     * @param listed    origins as browsers send them
     * @param publicUrl where clients reach this server
     */
    public Origins(List<String> listed, String publicUrl) {
        this.listed = Set.copyOf(listed);
        this.developing = listed.isEmpty() && isLoopback(publicUrl);
    }

    @Override
    public void answer(HttpServerRequest request, MultiMap headers) {
        headers.set("Vary", headers.get("Vary") + ", Origin");
        var origin = request.getHeader("Origin");
        if (origin != null && isAllowed(origin)) {
            headers.set("Access-Control-Allow-Origin", origin).set("Access-Control-Allow-Credentials", "true");
        }
    }

    @Override
    public void preflight(HttpServerRequest request, MultiMap headers, String methods) {
        if (!headers.contains("Access-Control-Allow-Origin")) {
            return;
        }
        headers.set("Access-Control-Allow-Methods", METHODS);
        var asked = request.getHeader("Access-Control-Request-Headers");
        if (asked != null) {
            headers.set("Access-Control-Allow-Headers", sorted(asked));
        }
    }

    /** Only what can be the name of a header (RFC 9110, 5.1). */
    private static String sorted(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+"))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining(", "));
    }

    private boolean isAllowed(String origin) {
        return listed.contains(origin) || (developing && isLoopback(origin));
    }

    private static boolean isLoopback(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
