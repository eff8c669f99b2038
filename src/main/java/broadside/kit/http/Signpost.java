package broadside.kit.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to the router of its room, such as {@code /v1/posts}: a router tries one route after another, and of all routes
 * most are of other rooms. What is in no room, or written so that it does not look so, goes to a router that has every route.
 */
final class Signpost implements Handler<HttpServerRequest> {
    private final Map<String, Router> rooms;
    private final Router whole;

    private Signpost(Map<String, Router> rooms, Router whole) {
        this.rooms = rooms;
        this.whole = whole;
    }

    /** @param router makes one of these routes, in their order */
    static <R> Signpost to(List<R> routes, Function<R, String> path, Function<List<R>, Router> router) {
        var rooms = routes.stream()
                .filter(route -> !room(path.apply(route)).isEmpty())
                .collect(Collectors.groupingBy(
                        route -> room(path.apply(route)), Collectors.collectingAndThen(Collectors.toList(), router)));
        return new Signpost(Map.copyOf(rooms), router.apply(routes));
    }

    @Override
    public void handle(HttpServerRequest request) {
        rooms.getOrDefault(room(request.path()), whole).handle(request);
    }

    /** The first two segments; empty where there are fewer, or where one of them varies. */
    private static String room(@Nullable String path) {
        int second = path == null ? -1 : path.indexOf('/', 1);
        if (path == null || second < 0) {
            return "";
        }
        int third = path.indexOf('/', second + 1);
        var room = third < 0 ? path : path.substring(0, third);
        return room.indexOf('{') < 0 ? room : "";
    }
}
