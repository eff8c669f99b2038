package broadside.session;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import io.vertx.core.Future;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends log-ins and personal tokens, and tells every node, which may know their tokens by heart for a second. */
final class Revocations {
    private static final Sql ONE = Sql.of("delete from session where account_id = ? and id = ? returning id");
    private static final Sql ALL_BUT = Sql.of("delete from session where account_id = ? and id <> ? returning id");
    private static final Sql ALL = Sql.of("delete from session where account_id = ? returning id");
    private static final Sql TOKEN = Sql.of("delete from personal_token where account_id = ? and id = ? returning id");
    private static final Sql TOKENS = Sql.of("delete from personal_token where account_id = ? returning id");

    private Revocations() {}

    /** Ends one log-in of an account; how many there were, none or one. */
    static Future<Integer> session(Tx tx, long account, long session, @Nullable Long actor) {
        return ended(tx, tx.list(ONE.with(account, session), row -> row.getLong("id")), "session", account, actor);
    }

    static Future<Integer> otherSessions(Tx tx, long account, long kept) {
        return ended(tx, tx.list(ALL_BUT.with(account, kept), row -> row.getLong("id")), "session", account, account);
    }

    /** @param actor null: the command line */
    static Future<Integer> sessions(Tx tx, long account, @Nullable Long actor) {
        return ended(tx, tx.list(ALL.with(account), row -> row.getLong("id")), "session", account, actor);
    }

    static Future<Integer> token(Tx tx, long account, long token) {
        return ended(tx, tx.list(TOKEN.with(account, token), row -> row.getLong("id")), "token", account, account);
    }

    /** @param actor null: the command line */
    static Future<Integer> tokens(Tx tx, long account, @Nullable Long actor) {
        return ended(tx, tx.list(TOKENS.with(account), row -> row.getLong("id")), "token", account, actor);
    }

    private static Future<Integer> ended(
            Tx tx, Future<List<Long>> gone, String what, long account, @Nullable Long actor) {
        var revoked = Event.of(what + ".revoked", actor, what, 0).with("account", account);
        return gone.compose(ids -> Outbox.addEach(tx, revoked, ids).map(ids.size()));
    }
}
