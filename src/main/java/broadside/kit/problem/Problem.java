package broadside.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure with an answer: what a client did wrong, or what cannot be served right now. Rooms fail their futures with it and
 * each API renders it in its own shape. Carries no stack trace, since it tells of a request and not of a fault in the program.
 */
public final class Problem extends RuntimeException {
    private final ProblemType type;
    private final String detail;
    private final transient List<Violation> violations;
    private final transient Map<String, String> headers;

    private Problem(
            ProblemType type,
            String detail,
            List<Violation> violations,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(type.code() + ": " + detail, cause, false, false);
        this.type = type;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), null);
    }

    /** Everything wrong with what was sent, at once. */
    public static Problem invalid(List<Violation> violations) {
        var count = violations.size() == 1 ? "One thing is wrong." : violations.size() + " things are wrong.";
        return new Problem(ProblemType.VALIDATION, count, violations, Map.of(), null);
    }

    public static Problem invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    /** Something that must be unique is taken; {@code pointer} names the field. */
    public static Problem taken(ProblemType type, String pointer, String detail) {
        return new Problem(type, detail, List.of(new Violation(pointer, "taken", detail)), Map.of(), null);
    }

    /** Of one member or thing. */
    public static Problem at(ProblemType type, Violation violation) {
        return new Problem(type, violation.detail(), List.of(violation), Map.of(), null);
    }

    /** Also what is hidden from the viewer, so that nobody can tell the two apart. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, "It does not exist, or it is not visible to you.");
    }

    public static Problem unauthenticated() {
        return of(ProblemType.UNAUTHENTICATED, "Send a valid token: Authorization: Bearer <token>.")
                .with("WWW-Authenticate", "Bearer");
    }

    public static Problem stale() {
        return of(ProblemType.PRECONDITION_FAILED, "Read it again, then send its new ETag as If-Match.");
    }

    /** Cannot be served now and probably can soon: the database is away or overloaded. */
    public static Problem unavailable(String detail) {
        return unavailable(detail, null);
    }

    /** @param cause what it came of, for whoever runs the program: no client is told */
    public static Problem unavailable(String detail, @Nullable Throwable cause) {
        return new Problem(ProblemType.UNAVAILABLE, detail, List.of(), Map.of(), cause)
                .retryAfter(Duration.ofSeconds(1));
    }

    /** The same problem with a header on its answer. */
    public Problem with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Problem(type, detail, violations, more, getCause());
    }

    /** The same problem with a {@code Retry-After} of whole seconds, at least one. */
    public Problem retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000)));
    }

    public ProblemType type() {
        return type;
    }

    public int status() {
        return type.status();
    }

    public String detail() {
        return detail;
    }

    /** For whoever runs the program: what it came of in the end, else what the client is told. */
    public String reason() {
        Throwable innermost = this;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost == this ? detail : innermost.getClass().getSimpleName() + ": " + innermost.getMessage();
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
