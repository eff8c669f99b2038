package broadside.account;

import broadside.kit.http.Call;
import broadside.kit.http.Principal;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is logged in for a request.
 *
 * @param session id of the log-in; null for a personal access token
 */
public record Viewer(
        long id, Role role, Set<String> scopes, @Nullable Long session) implements Principal {
    /** The viewer of a call that needs a token. */
    public static Viewer of(Call call) {
        return maybe(call).orElseThrow(Problem::unauthenticated);
    }

    public static Optional<Viewer> maybe(Call call) {
        return call.principal().map(Viewer.class::cast);
    }

    /** The viewer's account id as queries take it: null for somebody not logged in. */
    public static @Nullable Long idOrNull(Call call) {
        return maybe(call).map(Viewer::id).orElse(null);
    }

    /** @throws Problem 403 when the viewer's role is below this one */
    public Viewer require(Role least) {
        if (!role.atLeast(least)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only for the role " + least.word() + " and above.");
        }
        return this;
    }
}
