package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the whole body, of bounded size and in bounded time: a body that drips in keeps no connection for long. */
final class Bodies {
    private static final long DISCARDED_BYTES = 16L * 1024 * 1024;

    private final Vertx vertx;
    private final Duration within;

    Bodies(Vertx vertx, Duration within) {
        this.vertx = vertx;
        this.within = within;
    }

    /** Fails with 413 when it is longer than {@code limit} bytes and with 408 when it takes too long. */
    Future<Buffer> read(HttpServerRequest request, int limit) {
        if (request.isEnded()) {
            return Future.succeededFuture(Buffer.buffer());
        }
        if (!declaresBody(request)) {
            return request.end().map(end -> Buffer.buffer());
        }
        if (declaredLength(request) > limit) {
            discard(request);
            return Future.failedFuture(tooLarge(limit));
        }
        Promise<Buffer> whole = Promise.promise();
        var body = Buffer.buffer();
        var deadline = vertx.setTimer(within.toMillis(), expired -> whole.tryFail(tooSlow()));
        request.exceptionHandler(broken -> whole.tryFail(unreadable()))
                .handler(chunk -> append(request, body, chunk, limit, whole))
                .endHandler(end -> whole.tryComplete(body));
        return whole.future().onComplete(read -> vertx.cancelTimer(deadline));
    }

    private void append(HttpServerRequest request, Buffer body, Buffer chunk, int limit, Promise<Buffer> whole) {
        if (body.length() + chunk.length() > limit) {
            discard(request);
            whole.tryFail(tooLarge(limit));
        } else {
            body.appendBuffer(chunk);
        }
    }

    /** Reads on for a while: a connection closed on a client that is still sending would take the answer with it. */
    private void discard(HttpServerRequest request) {
        var left = new AtomicLong(DISCARDED_BYTES);
        var deadline = vertx.setTimer(
                within.toMillis(), expired -> request.connection().close());
        request.endHandler(end -> vertx.cancelTimer(deadline)).handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                request.connection().close();
            }
        });
    }

    /** Without either of these fields a request ends with its head (RFC 9112, 6.3). */
    private static boolean declaresBody(HttpServerRequest request) {
        var fields = request.headers();
        return fields.contains(HttpHeaders.CONTENT_LENGTH) || fields.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here.");
    }

    private static Problem unreadable() {
        return Problem.of(ProblemType.BAD_REQUEST, "The body cannot be read.").with("Connection", "close");
    }

    private Problem tooSlow() {
        return Problem.of(
                        ProblemType.REQUEST_TIMEOUT, "The body must arrive within " + within.toSeconds() + " seconds.")
                .with("Connection", "close");
    }
}
