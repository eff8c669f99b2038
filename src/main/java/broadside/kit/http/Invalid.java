package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;

/** Names what is wrong with a request that the HTTP decoder refused. */
final class Invalid {
    private Invalid() {}

    static Problem problem(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var type = ProblemType.BAD_REQUEST;
        if (cause instanceof TooLongHttpLineException) {
            type = ProblemType.URI_TOO_LONG;
        } else if (cause instanceof TooLongFrameException) {
            type = ProblemType.HEADER_TOO_LARGE;
        }
        return Problem.of(type, "It is not a valid HTTP request.").with("Connection", "close");
    }
}
