package broadside.kit.http;

import org.jspecify.annotations.Nullable;

/**
 * A request whose answer has gone out.
 *
 * @param method  one that HTTP knows, or {@code OTHER}
 * @param route   the template of its path, such as {@code /v1/posts/{id}}; {@link #NO_ROUTE}: there is none
 * @param status  of the answer; {@link #ABORTED}: the client hung up before it
 * @param nanos   from its head to the end of the answer
 * @param sender  id of whoever sent it; null: nobody, or nobody yet
 * @param reason  why it could not be served, for whoever runs the program; null: it was, or the fault was the client's
 */
public record Served(
        String requestId,
        String method,
        String route,
        int status,
        long nanos,
        @Nullable Long sender,
        @Nullable String reason) {
    public static final String NO_ROUTE = "none";
    /** As nginx has it. */
    public static final int ABORTED = 499;
}
