package broadside.kit.http;

/** Somebody who is told of every request. Called on event loops, on the request's own context: must be quick and never fail. */
public interface Audience {
    /** A request has found its route, or none. */
    default void begins(String method, String route) {}

    default void ends(Served served) {}
}
