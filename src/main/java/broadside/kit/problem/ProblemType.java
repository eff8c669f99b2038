package broadside.kit.problem;

/**
 * A kind of problem: the {@code type}, {@code title} and {@code status} of RFC 9457.
 *
 * @param code   last part of the type's address, {@code /problems/<code>}
 * @param status HTTP status code
 * @param title  one short sentence, the same for every occurrence
 */
public record ProblemType(String code, int status, String title) {
    public static final ProblemType VALIDATION = new ProblemType("validation", 400, "Something sent is not valid");
    public static final ProblemType MALFORMED_JSON =
            new ProblemType("malformed-json", 400, "The body is not valid JSON");
    public static final ProblemType BAD_REQUEST =
            new ProblemType("bad-request", 400, "The request cannot be understood");
    public static final ProblemType INVALID_CURSOR = new ProblemType("invalid-cursor", 400, "The cursor is not valid");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "A valid access token is needed");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "You may not do this");
    public static final ProblemType INSUFFICIENT_SCOPE =
            new ProblemType("insufficient-scope", 403, "The token does not cover this");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is nothing here");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "This method is not supported here");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "None of the accepted media types can be sent");
    public static final ProblemType REQUEST_TIMEOUT =
            new ProblemType("request-timeout", 408, "The request took too long to arrive");
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", 409, "The request conflicts with the present state");
    public static final ProblemType IDEMPOTENCY_BUSY =
            new ProblemType("idempotency-busy", 409, "A request with this Idempotency-Key is still running");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("precondition-failed", 412, "It has changed since you read it");
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", 413, "The body is too large");
    public static final ProblemType URI_TOO_LONG = new ProblemType("uri-too-long", 414, "The address is too long");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "The body must be JSON");
    public static final ProblemType IDEMPOTENCY_MISMATCH =
            new ProblemType("idempotency-mismatch", 422, "This Idempotency-Key was used with another body");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "An If-Match header is needed");
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429, "Too many requests");
    public static final ProblemType HEADER_TOO_LARGE =
            new ProblemType("header-too-large", 431, "The request header is too large");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "Internal error");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "The service is unavailable for a moment");
}
