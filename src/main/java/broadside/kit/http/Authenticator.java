package broadside.kit.http;

import io.vertx.core.Future;

/** Tells who holds a token. */
@FunctionalInterface
public interface Authenticator {
    /** Fails with a 401 {@link broadside.kit.problem.Problem} when the token is unknown, expired or revoked. */
    Future<? extends Principal> authenticate(String token);
}
