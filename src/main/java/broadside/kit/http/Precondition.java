package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The If-Match of a request (RFC 9110, 13.1.1): which version of the row the client saw. */
public final class Precondition {
    private final @Nullable String ifMatch;

    private Precondition(@Nullable String ifMatch) {
        this.ifMatch = ifMatch;
    }

    /** Any version is taken: the client's API knows none. */
    public static Precondition none() {
        return new Precondition(null);
    }

    static Precondition optional(@Nullable String ifMatch) {
        return new Precondition(ifMatch);
    }

    static Precondition required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send the ETag you read last as If-Match.");
        }
        return new Precondition(ifMatch);
    }

    /** @throws Problem 412 when the client saw another version */
    public void check(long version) {
        if (ifMatch != null && !EntityTag.namesVersion(ifMatch, version)) {
            throw Problem.stale();
        }
    }
}
