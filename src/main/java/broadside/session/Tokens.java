package broadside.session;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.json.JsonWriter;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** What a client gets that logs in or refreshes: the only time the two secrets are seen. */
record Tokens(Secret access, Secret refresh, SessionView session) {
    private static final Duration ACCESS = Duration.ofMinutes(15);
    private static final Sql STORE = Sql.of("""
            with access as (insert into access_token (hash, session_id, expires_at) values (?, ?, ?))
            insert into refresh_token (hash, session_id, expires_at) values (?, ?, ?)""");

    /** Makes a new pair for a session. */
    static Future<Tokens> issue(Tx tx, Session session, Instant now) {
        var access = Secret.make(Secret.Kind.ACCESS);
        var refresh = Secret.make(Secret.Kind.REFRESH);
        var id = session.id();
        var stored = STORE.with(access.hash(), id, now.plus(ACCESS), refresh.hash(), id, now.plus(Session.UNUSED));
        return tx.execute(stored)
                .compose(done -> SessionQueries.byId(tx, id))
                .map(view -> new Tokens(access, refresh, view));
    }

    void write(JsonWriter json) {
        json.text("accessToken", access.text())
                .text("tokenType", "Bearer")
                .number("expiresIn", ACCESS.toSeconds())
                .text("refreshToken", refresh.text())
                .number("refreshExpiresIn", Session.UNUSED.toSeconds())
                .object("session", own -> session.write(own, session.id()));
    }
}
