package broadside.account;

import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.event.Event;
import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import broadside.kit.text.CaseFold;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What accounts may do: suspensions and roles. Whoever changes them is on record ({@link Audit}). */
public final class Standing {
    private static final Sql ID = Sql.of("select id from account where username_key = ? and closed_at is null");
    private static final int REASON = 500;

    private final Db db;
    private final Clock clock;

    public Standing(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Takes an account out of sight and out of use. Posts stay, unseen. Moderators do this to readers and authors,
     * administrators to anybody but themselves.
     */
    Future<Void> suspend(Viewer judge, String username, @Nullable String reason) {
        Predicate<Account> change = account -> account.suspend(reason, clock.instant());
        return judge(judge, username, change, act("account.suspended", judge.id()), reason);
    }

    /** Makes a suspended account usable again; for whom may suspend it. */
    Future<Void> restore(Viewer judge, String username) {
        Predicate<Account> change = account -> account.restore(clock.instant());
        return judge(judge, username, change, act("account.restored", judge.id()), null);
    }

    private Future<Void> judge(
            Viewer judge,
            String username,
            Predicate<Account> change,
            LongFunction<Event> act,
            @Nullable String reason) {
        judge.require(Role.MODERATOR);
        return act(username, account -> judged(judge, account), change, act, reason)
                .mapEmpty();
    }

    private static Account judged(Viewer judge, Account account) {
        if (account.id() == judge.id()) {
            throw Problem.of(ProblemType.CONFLICT, "You cannot suspend yourself.");
        }
        if (account.role().atLeast(Role.MODERATOR)) {
            judge.require(Role.ADMIN);
        }
        return account;
    }

    /**
     * Suspends anybody, from the command line. One that is suspended stays so, and keeps its reason unless there is another.
     *
     * @param reason at most 500 code points
     * @return whether that changed anything
     */
    public Future<Boolean> suspend(String username, @Nullable String reason) {
        Predicate<Account> change =
                account -> (reason != null || !account.suspended()) && account.suspend(reason, clock.instant());
        return act(username, account -> account, change, act("account.suspended", null), reason);
    }

    /**
     * Makes a suspended account usable again, from the command line.
     *
     * @return whether that changed anything
     */
    public Future<Boolean> restore(String username) {
        Predicate<Account> change = account -> account.restore(clock.instant());
        return act(username, account -> account, change, act("account.restored", null), null);
    }

    /** Gives an account a role, from the command line. */
    public Future<Void> promote(String username, Role role) {
        Predicate<Account> change = account -> account.promote(role, clock.instant());
        return act(username, account -> account, change, id -> promoted(id, role), null)
                .mapEmpty();
    }

    static Event promoted(long id, Role role) {
        return act("account.promoted", null).apply(id).with("role", role.word());
    }

    /** @param actor null: the command line */
    private static LongFunction<Event> act(String kind, @Nullable Long actor) {
        return id -> Event.of(kind, actor, "account", id);
    }

    /** Does it to an open account and writes it down, if it changes anything. */
    private Future<Boolean> act(
            String username,
            UnaryOperator<Account> allowed,
            Predicate<Account> change,
            LongFunction<Event> act,
            @Nullable String reason) {
        return find(username)
                .compose(id -> db.transaction(tx -> tx.lock(Account.class, id)
                        .map(found -> found.filter(there -> !there.closed()).orElseThrow(Problem::notFound))
                        .map(allowed)
                        .compose(account -> change.test(account)
                                ? Audit.act(tx, act.apply(id), reason).map(true)
                                : Future.succeededFuture(false))));
    }

    /** Reads the member {@code reason}: why somebody is suspended. */
    public static @Nullable String reason(Fields fields) {
        return fields.text("reason").length(0, REASON).value();
    }

    private Future<Long> find(String username) {
        return db.transaction(tx -> tx.first(ID.with(CaseFold.key(username)), row -> row.getLong("id")))
                .map(id -> id.orElseThrow(Problem::notFound));
    }
}
