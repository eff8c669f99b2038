package broadside.account;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.Precondition;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The door of accounts. Passwords and log-ins belong to another room, which opens and closes accounts through this one. */
public final class Accounts {
    private static final Sql NAME = Sql.of("insert into account_name (name_key, account_id) values (?, ?)");
    /** One's own former name is one's own still. */
    private static final Sql RENAME = Sql.of("""
            insert into account_name (name_key, account_id) values (?, ?)
            on conflict (name_key) do update set account_id = excluded.account_id
            where account_name.account_id = excluded.account_id""");

    private static final Sql STAT = Sql.of("insert into account_stat (account_id, last_seen_at) values (?, ?)");
    private static final Sql UNLOCKED = Sql.of("""
            insert into unlocking (account_id) values (?) on conflict (account_id) do update set at = clock_timestamp()""");
    private static final Sql CLOSED =
            Sql.of("select id from account where closed_at is not null order by closed_at limit 100");
    private static final Sql REMOVE = Sql.of("delete from account where closed_at is not null and id = any (?)");

    private final Db db;
    private final Clock clock;

    public Accounts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Opens an account and gives its name out for good; fails with 409 when name or address are taken. */
    public Future<Long> open(Tx tx, AccountDraft draft, Role role) {
        return open(tx, Account.register(draft, role, clock.instant()), null, "account.registered")
                .compose(id -> empowered(tx, id, role));
    }

    /** Opens the account of somebody who comes from elsewhere; fails with 409 when name or address are taken. */
    public Future<Long> open(Tx tx, Newcomer newcomer) {
        return open(tx, Account.settle(newcomer), newcomer.lastSeen(), "account.imported");
    }

    private static Future<Long> open(Tx tx, Account stranger, @Nullable Instant lastSeen, String kind) {
        return tx.persist(stranger).compose(account -> tx.execute(NAME.with(account.usernameKey(), account.id()))
                .compose(named -> tx.execute(STAT.with(account.id(), lastSeen)))
                .compose(counted -> tell(tx, kind, account.id(), account.id())));
    }

    /** Nobody registers with power; whoever has it from the beginning got it from the command line. */
    private static Future<Long> empowered(Tx tx, long id, Role role) {
        return role.atLeast(Role.MODERATOR)
                ? Audit.act(tx, Standing.promoted(id, role), null).map(id)
                : Future.succeededFuture(id);
    }

    /** Changes the profile of an account. Whoever waits for one that is unlocked is accepted by a job. */
    Future<Void> edit(long id, AccountPatch patch, Precondition precondition) {
        return db.transaction(tx -> edit(tx, id, patch, precondition)
                .compose(unlocked -> unlocked ? tx.execute(UNLOCKED.with(id)) : Future.succeededFuture(0))
                .compose(done -> tell(tx, "account.edited", id, id))
                .mapEmpty());
    }

    private Future<Boolean> edit(Tx tx, long id, AccountPatch patch, Precondition precondition) {
        return tx.lock(Account.class, id).map(found -> {
            var account = found.orElseThrow(Problem::notFound);
            precondition.check(account.version());
            return account.edit(patch, clock.instant());
        });
    }

    /**
     * Changes name, address, profile, or several of these at once; fails with 409 when name or address are taken.
     *
     * @return what they were before
     */
    public Future<Identity> identify(Tx tx, long id, IdentityPatch patch) {
        return tx.lock(Account.class, id)
                .map(found -> found.filter(there -> !there.closed()).orElseThrow(Problem::notFound))
                .compose(account -> {
                    var before = account.identity();
                    var named = account.identify(patch, clock.instant())
                            ? rename(tx, account)
                            : Future.<Void>succeededFuture();
                    return named.compose(done -> tell(tx, "account.edited", id, id))
                            .map(before);
                });
    }

    /** Writes down what somebody who has just registered says of herself. */
    public Future<Void> describe(Tx tx, long id, String bio) {
        return change(tx, id, account -> account.describe(bio, clock.instant())).mapEmpty();
    }

    private static Future<Void> rename(Tx tx, Account account) {
        return tx.execute(RENAME.with(account.usernameKey(), account.id())).map(rows -> {
            if (rows == 0) {
                throw AccountProblems.usernameTaken();
            }
            return null;
        });
    }

    /** Makes an address that was proven the account's own; fails with 409 when somebody else has it. */
    public Future<Void> confirmEmail(Tx tx, long id, String address) {
        return tx.lock(Account.class, id)
                .map(account -> account.orElseThrow(Problem::notFound))
                .compose(account ->
                        account.owns(address) ? Future.succeededFuture() : confirmEmail(tx, account, address));
    }

    private Future<Void> confirmEmail(Tx tx, Account account, String address) {
        account.confirmEmail(address, clock.instant());
        return tell(tx, "account.email-confirmed", account.id(), account.id()).mapEmpty();
    }

    /** Closes an account: out of sight with all its posts from the commit on; its name stays given out. */
    public Future<Void> close(Tx tx, long id) {
        return change(tx, id, account -> account.close(clock.instant()))
                .compose(account -> tell(tx, "account.closed", id, id))
                .mapEmpty();
    }

    /** Some accounts that were closed and are still to be removed. */
    public Future<Long[]> closed() {
        return db.transaction(tx -> tx.list(CLOSED.with(), row -> row.getLong("id")))
                .map(ids -> ids.toArray(Long[]::new));
    }

    /** Removes closed accounts with what is left of them; the rooms after this one have removed the bulk before. */
    public Future<Void> remove(Long[] closed) {
        return db.transaction(tx -> tx.execute(REMOVE.with((Object) closed))).mapEmpty();
    }

    private static Future<Account> change(Tx tx, long id, Consumer<Account> change) {
        return tx.lock(Account.class, id).map(found -> {
            var account = found.orElseThrow(Problem::notFound);
            change.accept(account);
            return account;
        });
    }

    private static Future<Long> tell(Tx tx, String kind, @Nullable Long actor, long id) {
        return Outbox.add(tx, Event.of(kind, actor, "account", id)).map(id);
    }

    /** The mapped classes of this room. */
    public static List<Class<?>> entities() {
        return List.of(Account.class);
    }
}
