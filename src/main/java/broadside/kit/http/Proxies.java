package broadside.kit.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Tells a client's address. The X-Forwarded-For header counts only where the connection comes from a trusted proxy, and only as
 * far back as the first address that is not one: everything before it a client can make up.
 */
public final class Proxies {
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("X-Forwarded-For");

    private final List<Network> trusted;

    public Proxies(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    String client(HttpServerRequest request) {
        var peer = request.connection().remoteAddress().hostAddress();
        if (peer == null) {
            return "unknown";
        }
        // Some proxies add a line of their own below what the client sent; together they are one list (RFC 9110, 5.3).
        return request.headers().contains(FORWARDED)
                ? client(peer, String.join(",", request.headers().getAll(FORWARDED)))
                : peer;
    }

    String client(String peer, String forwarded) {
        if (forwarded.isEmpty() || !isTrusted(peer)) {
            return peer;
        }
        var hops = forwarded.split(",");
        var client = peer;
        for (int i = hops.length - 1; i >= 0 && isTrusted(client); i--) {
            var hop = hops[i].trim();
            if (!Network.isAddress(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
