package broadside.kit.http;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.text.Sha256;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Function;

/**
 * Does the work of a request once, however often it is sent under one Idempotency-Key
 * (draft-ietf-httpapi-idempotency-key-header). The answer is stored with the write, in its transaction.
 */
public final class Idempotency {
    private static final Sql LOCK = Sql.of("select pg_try_advisory_xact_lock(?) as locked");
    private static final Sql FIND =
            Sql.of("select body_hash, status, headers, answer from idempotency where scope = ? and expires_at > now()");
    private static final Sql STORE = Sql.of("""
            insert into idempotency (scope, body_hash, status, headers, answer, expires_at)
            values (?, ?, ?, ?, ?, now() + interval '24 hours')
            on conflict (scope) do update set body_hash = excluded.body_hash, status = excluded.status,
              headers = excluded.headers, answer = excluded.answer, expires_at = excluded.expires_at""");

    private final Db db;

    public Idempotency(Db db) {
        this.db = db;
    }

    /**
     * Does the work in a transaction, or tells again what it answered the first time, marked {@code Idempotency-Replayed}. Only a
     * 2xx is kept. Fails with 409 while the first request is under way and 422 when the key was used with another body.
     */
    public Future<Answer> once(Call call, Function<Tx, Future<Answer>> work) {
        return call.idempotencyKey().map(key -> once(Claim.of(call, key), work)).orElseGet(() -> db.transaction(work));
    }

    private Future<Answer> once(Claim claim, Function<Tx, Future<Answer>> work) {
        return db.transaction(tx -> lock(tx, claim)
                .compose(locked -> tx.first(FIND.with(claim.scope()), row -> replay(row, claim)))
                .compose(known -> known.isPresent()
                        ? Future.succeededFuture(known.get())
                        : work.apply(tx).compose(answer -> store(tx, claim, answer))));
    }

    /** In a statement of its own: the look-up after it must see what the lock's last holder committed. */
    private static Future<Void> lock(Tx tx, Claim claim) {
        return tx.first(LOCK.with(claim.lock()), row -> row.getBoolean("locked"))
                .map(locked -> {
                    if (!locked.orElse(false)) {
                        throw Problem.of(
                                        ProblemType.IDEMPOTENCY_BUSY,
                                        "Wait for its answer, or send it again in a moment.")
                                .retryAfter(Duration.ofSeconds(1));
                    }
                    return null;
                });
    }

    private static Answer replay(Row row, Claim claim) {
        if (!row.getBuffer("body_hash").equals(claim.bodyHash())) {
            throw Problem.of(ProblemType.IDEMPOTENCY_MISMATCH, "Use a new key for a new request.");
        }
        var headers = new LinkedHashMap<String, String>();
        row.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), (String) header.getValue()));
        return new Answer(row.getInteger("status"), headers, row.getBuffer("answer"))
                .with("Idempotency-Replayed", "true");
    }

    private static Future<Answer> store(Tx tx, Claim claim, Answer answer) {
        var headers = new JsonObject();
        answer.headers().forEach(headers::put);
        return tx.execute(STORE.with(claim.scope(), claim.bodyHash(), answer.status(), headers, answer.body()))
                .map(answer);
    }

    /** What a key stands for: this account's key for this operation, and the body it came with. */
    private record Claim(Buffer scope, Buffer bodyHash) {
        static Claim of(Call call, String key) {
            var account = call.principal().orElseThrow().id();
            var route = call.route();
            var scope = account + " " + route.method() + " " + call.request().path() + " " + key;
            return new Claim(
                    Buffer.buffer(Sha256.of(scope)),
                    Buffer.buffer(Sha256.of(call.body().getBytes())));
        }

        long lock() {
            return ByteBuffer.wrap(scope.getBytes()).getLong();
        }
    }
}
