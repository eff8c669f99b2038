package broadside.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Knocks at a database once. */
public final class Probe {
    private static final long PATIENCE_MILLIS = 2_000;

    /** The driver's words for the server's answer N to SSLRequest. */
    private static final String NO_TLS = "Postgres Server does not handle SSL connection";
    /** The driver's words for a certificate we refuse; it keeps the reason to itself. */
    private static final String NO_TRUST = "SSL handshake failed";

    private Probe() {}

    /** The server's {@code server_version_num}, such as 150004. */
    public static Future<Integer> version(Vertx vertx, DatabaseAddress address) {
        Promise<Integer> version = Promise.promise();
        var deadline =
                vertx.setTimer(PATIENCE_MILLIS, expired -> version.tryFail(new TimeoutException("it does not answer")));
        PgConnection.connect(vertx, Connections.options(address))
                .compose(connection -> connection
                        .query("show server_version_num")
                        .execute()
                        .map(rows -> Integer.parseInt(rows.iterator().next().getString(0)))
                        .onComplete(done -> connection.close()))
                .onSuccess(version::tryComplete)
                .onFailure(version::tryFail);
        return version.future().onComplete(done -> vertx.cancelTimer(deadline));
    }

    /**
     * Why we do not come together, where waiting would not help: SQLSTATE classes 28, 3D and 42, a certificate that is not good
     * enough, a server without encryption where it is required.
     */
    public static Optional<String> refusal(Throwable failure) {
        if (failure instanceof PgException refused && refused.getSqlState() != null) {
            var state = refused.getSqlState();
            if (state.startsWith("28") || state.startsWith("3D") || state.startsWith("42")) {
                return Optional.of(refused.getErrorMessage());
            }
        }
        return insecurity(failure);
    }

    private static Optional<String> insecurity(Throwable failure) {
        return switch (String.valueOf(failure.getMessage())) {
            case NO_TLS -> Optional.of("it does not encrypt, but sslmode requires that");
            case NO_TRUST ->
                Optional.of("its certificate is for another name, or not from an authority that is trusted here");
            default -> Optional.empty();
        };
    }
}
