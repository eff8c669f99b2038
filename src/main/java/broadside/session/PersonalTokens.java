package broadside.session;

import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Rows;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The door of personal access tokens: made, shown and revoked, never changed. */
public final class PersonalTokens {
    private static final Sql COLUMNS = Sql.of("id, name, scopes, created_at, expires_at, last_used_at");
    private static final Sql MAKE = Sql.of("""
            insert into personal_token (account_id, name, hash, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?) returning""").then(COLUMNS);
    private static final Sql OF_ACCOUNT = Sql.of("select")
            .then(COLUMNS)
            .then(Sql.of("from personal_token where account_id = ? and (expires_at is null or expires_at > ?)"));
    private static final Keyset NEWEST_FIRST = new Keyset(
            Sql.of("and (created_at, id) < (?, ?)"),
            Sql.of("and (created_at, id) > (?, ?)"),
            Sql.of("order by created_at desc, id desc limit ?"),
            Sql.of("order by created_at, id limit ?"));

    private final Db db;
    private final Clock clock;

    public PersonalTokens(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A token that was just made, with its secret. */
    record Made(TokenView token, Secret secret) {}

    Future<Made> make(long account, TokenDraft draft) {
        var secret = Secret.make(Secret.Kind.PERSONAL);
        return db.transaction(tx -> store(tx, account, draft, secret)
                .compose(token -> tell(tx, account, token).map(new Made(token, secret))));
    }

    private Future<TokenView> store(Tx tx, long account, TokenDraft draft, Secret secret) {
        var scopes = draft.scopes().toArray(String[]::new);
        var now = Times.stored(clock.instant());
        return tx.first(
                        MAKE.with(account, draft.name(), secret.hash(), scopes, now, draft.expiresAt()),
                        PersonalTokens::view)
                .map(made -> made.orElseThrow());
    }

    private static Future<Void> tell(Tx tx, long account, TokenView token) {
        return Outbox.add(tx, Event.of("token.made", account, "token", token.id()));
    }

    /** Revokes a token for good; 404 when the account has none with this id. */
    Future<Void> revoke(long account, long token) {
        return db.transaction(tx -> Revocations.token(tx, account, token)).map(count -> {
            if (count == 0) {
                throw Problem.notFound();
            }
            return null;
        });
    }

    /** The tokens of an account that still work, newest first. */
    static Future<List<TokenView>> page(Reads reads, long account, Instant now, Paging.Request request) {
        return reads.list(request.window(OF_ACCOUNT.with(account, now), NEWEST_FIRST), PersonalTokens::view);
    }

    private static TokenView view(Row row) {
        return new TokenView(
                row.getLong("id"),
                row.getString("name"),
                List.of(row.getArrayOfStrings("scopes")),
                Rows.time(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "last_used_at"));
    }
}
