package broadside.kit.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to the router of its room, such as {@code /v1/posts}: a router tries one route after another, and of all routes
 * most are of other rooms. What is in no room, or written so that it does not look so, goes to a router that has every route. A
 * router is made when somebody first goes there, so that a start does not wait for all of them.
 */
final class Signpost<R> implements Handler<HttpServerRequest> {
    private static final String NO_ROOM = "";

    private final Map<String, List<R>> routes;
    private final Function<List<R>, Router> router;
    private final Map<String, Router> made = new ConcurrentHashMap<>();

    private Signpost(Map<String, List<R>> routes, Function<List<R>, Router> router) {
        this.routes = routes;
        this.router = router;
    }

    /** @param router makes one of these routes, in their order */
    static <R> Signpost<R> to(List<R> routes, Function<R, String> path, Function<List<R>, Router> router) {
        var rooms = routes.stream()
                .collect(Collectors.groupingBy(route -> room(path.apply(route)), HashMap::new, Collectors.toList()));
        rooms.put(NO_ROOM, routes);
        return new Signpost<>(Map.copyOf(rooms), router);
    }

    @Override
    public void handle(HttpServerRequest request) {
        var asked = room(request.path());
        var room = routes.containsKey(asked) ? asked : NO_ROOM;
        var known = made.get(room);
        var there = known != null ? known : made.computeIfAbsent(room, first -> router.apply(routes.get(first)));
        there.handle(request);
    }

    /** The first two segments; {@link #NO_ROOM} where there are fewer, or where one of them varies. */
    private static String room(@Nullable String path) {
        int second = path == null ? -1 : path.indexOf('/', 1);
        if (path == null || second < 0) {
            return NO_ROOM;
        }
        int third = path.indexOf('/', second + 1);
        var room = third < 0 ? path : path.substring(0, third);
        return room.indexOf('{') < 0 ? room : NO_ROOM;
    }
}
