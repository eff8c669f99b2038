package broadside.transfer;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The book of what was brought from one source: which row became what. */
final class Ledger {
    /** Two runs at once would bring everything twice: whoever comes second waits here. */
    private static final Sql OPEN = Sql.of("""
            insert into import_source (name) values (?)
            on conflict (name) do update set used_at = now() returning id""");

    private static final Sql KNOWN = Sql.of("""
            select i.key, i.target_id from imported i join import_source s on s.id = i.source_id
            where s.name = ? and i.kind = ? and i.key = any(?)""");

    private static final Sql ACCOUNTS = Sql.of("""
            select i.key, a.id from imported i join import_source s on s.id = i.source_id
            join account a on a.id = i.target_id and a.closed_at is null
            where s.name = ? and i.kind = 'user' and i.key = any(?)""");

    private static final Sql NOTE = Sql.of("""
            insert into imported (source_id, kind, key, target_id)
            select s.id, ?, taken.key, taken.target_id
            from import_source s, unnest(?::text[], ?::bigint[]) as taken (key, target_id) where s.name = ?""");

    /** In the order in which everything here locks rows, counts last. */
    private static final Sql CLAIM = Sql.of("""
            select a.id from account a join account_stat s on s.account_id = a.id where a.id = any(?)
            order by a.id for key share of a for no key update of s""");

    private final String source;
    private final boolean rehearsal;
    /** Users that would have been taken by now. */
    private final Map<Long, Long> rehearsed = new HashMap<>();

    Ledger(String source, boolean rehearsal) {
        this.source = source;
        this.rehearsal = rehearsal;
    }

    boolean rehearsal() {
        return rehearsal;
    }

    Future<Void> open(Tx tx) {
        return rehearsal
                ? Future.succeededFuture()
                : tx.execute(OPEN.with(source)).mapEmpty();
    }

    /** Those of these keys that an earlier batch or run has taken, and as what. */
    Future<Map<String, Long>> known(Tx tx, Kind kind, Collection<String> keys) {
        var wanted = KNOWN.with(source, kind.word(), keys.toArray(String[]::new));
        return tx.list(wanted, row -> Map.entry(row.getString("key"), row.getLong("target_id")))
                .map(entries -> entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The accounts that users have become, of those that are here and open. */
    Future<Map<Long, Long>> accounts(Tx tx, Collection<Long> users) {
        var keys = users.stream().map(String::valueOf).toArray(String[]::new);
        return tx.list(ACCOUNTS.with(source, keys), Ledger::entry).map(entries -> {
            var accounts = new HashMap<>(rehearsed);
            entries.forEach(entry -> accounts.put(entry.getKey(), entry.getValue()));
            return accounts;
        });
    }

    private static Map.Entry<Long, Long> entry(Row row) {
        return Map.entry(Long.valueOf(row.getString("key")), row.getLong("id"));
    }

    /** Locks accounts that are about to get something, before the first of them does. */
    Future<Void> claim(Tx tx, Collection<Long> accounts) {
        var ids = accounts.toArray(Long[]::new);
        return rehearsal
                ? Future.succeededFuture()
                : tx.execute(CLAIM.with((Object) ids)).mapEmpty();
    }

    Future<Void> note(Tx tx, Kind kind, List<Outcome> outcomes) {
        var taken =
                outcomes.stream().filter(outcome -> outcome.target() != null).toList();
        if (rehearsal) {
            remember(kind, taken);
            return Future.succeededFuture();
        }
        var keys = taken.stream().map(Outcome::key).toArray(String[]::new);
        var targets = taken.stream().map(Outcome::target).toArray(Long[]::new);
        return tx.execute(NOTE.with(kind.word(), keys, targets, source)).mapEmpty();
    }

    private void remember(Kind kind, List<Outcome> taken) {
        if (kind == Kind.USER) {
            taken.forEach(
                    outcome -> rehearsed.put(Long.valueOf(outcome.key()), Objects.requireNonNull(outcome.target())));
        }
    }
}
