package broadside.kit.http;

import broadside.kit.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One API, and how it speaks wherever APIs differ. It owns every path under its prefix: whatever happens to a request for one,
 * from a path that does not exist to a fault of the program, is answered its way.
 */
public interface Dialect {
    /** What its paths begin with, without a slash at the end; empty: it owns what is nobody else's. */
    String prefix();

    List<Route> routes();

    /** Tells who holds one of its tokens. */
    Authenticator authenticator();

    /** What a problem looks like, its header fields among it. */
    Answer render(Problem problem, HttpServerRequest request, String requestId);

    /** The token a request shows; empty where it shows something else, null where it shows nothing. */
    default @Nullable String token(HttpServerRequest request) {
        return AuthorizationField.token(request, "Bearer");
    }

    /**
     * Looks at a call before its handler does; sender and rate limit were looked at before.
     *
     * @throws Problem with what is wrong about it
     */
    default void check(Call call) {
        if (call.route().takesBody()) {
            MediaTypes.checkBody(call);
        }
    }

    /** What pages of other origins may do. */
    default Cors cors() {
        return AnyOrigin.USUAL;
    }

    /** The status of an answer to OPTIONS. */
    default int optionsStatus() {
        return 204;
    }

    /**
     * The Cache-Control field of an answer that has none of its own; null: none.
     *
     * @param known whether the sender is logged in: then no shared cache may keep the answer
     */
    default @Nullable String cacheControl(boolean known) {
        return known ? "private, no-cache" : "no-cache";
    }
}
