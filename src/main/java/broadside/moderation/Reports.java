package broadside.moderation;

import broadside.account.Audit;
import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import broadside.kit.text.CaseFold;
import broadside.post.SeenPost;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of reports. Whoever reports sees no more of the report than that it was taken. */
public final class Reports {
    /** Both are kept from being removed before the report is there. */
    private static final Sql ACCOUNT = Sql.of("""
            with kept as (
              select id from account where id = ? or username_key = ? order by id for key share)
            select v.id from visible_account(?) v join kept on kept.id = v.id where v.username_key = ?""");

    private static final Sql FILE = Sql.of("""
            insert into report (subject, account_id, post_id, reporter_id, category, text, created_at)
            values (case when ?::bigint is null then 'account' else 'post' end, ?, ?, ?, ?, ?, ?) returning id""");
    private static final Sql LOCK = Sql.of("select decision, note from report where id = ? for no key update");
    private static final Sql RESOLVE =
            Sql.of("update report set resolved_at = ?, resolver_id = ?, decision = ?, note = ? where id = ?");

    private final Db db;
    private final Clock clock;

    public Reports(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Reports a post one sees, and its author with it; the report's id. Fails with 409 where one's report of it is open. */
    Future<Long> ofPost(Tx tx, Viewer reporter, long post, ReportDraft draft) {
        return SeenPost.kept(tx, reporter, post).compose(seen -> file(tx, reporter, seen.author(), seen.id(), draft));
    }

    /** Reports an account one sees. */
    Future<Long> ofAccount(Tx tx, Viewer reporter, String username, ReportDraft draft) {
        var key = CaseFold.key(username);
        return tx.first(ACCOUNT.with(reporter.id(), key, reporter.id(), key), row -> row.getLong("id"))
                .compose(found -> file(tx, reporter, found.orElseThrow(Problem::notFound), null, draft));
    }

    private Future<Long> file(Tx tx, Viewer reporter, long account, @Nullable Long post, ReportDraft draft) {
        if (account == reporter.id()) {
            throw ReportProblems.own();
        }
        var now = Times.stored(clock.instant());
        var row = FILE.with(post, account, post, reporter.id(), draft.category().word(), draft.text(), now);
        return tx.first(row, inserted -> inserted.getLong("id"))
                .map(Optional::orElseThrow)
                .compose(id -> Outbox.add(tx, Event.of("report.filed", reporter.id(), "report", id))
                        .map(id));
    }

    /** What was decided about a report before. */
    private record Before(
            @Nullable String decision, @Nullable String note) {
        static Before of(Row row) {
            return new Before(row.getString("decision"), row.getString("note"));
        }

        boolean is(Resolution resolution) {
            return resolution.decision().word().equals(decision) && Objects.equals(resolution.note(), note);
        }
    }

    /** Decides about a report, once; the same decision again changes nothing, another one fails with 409. */
    Future<Void> resolve(Viewer judge, long id, Resolution resolution) {
        judge.require(Role.MODERATOR);
        return db.transaction(tx -> tx.first(LOCK.with(id), Before::of).compose(found -> {
            var before = found.orElseThrow(Problem::notFound);
            if (before.decision() != null) {
                return before.is(resolution)
                        ? Future.succeededFuture()
                        : Future.failedFuture(ReportProblems.resolved());
            }
            return resolve(tx, judge, id, resolution);
        }));
    }

    private Future<Void> resolve(Tx tx, Viewer judge, long id, Resolution resolution) {
        var decision = resolution.decision().word();
        var now = Times.stored(clock.instant());
        var act = Event.of("report.resolved", judge.id(), "report", id).with("decision", decision);
        return tx.execute(RESOLVE.with(now, judge.id(), decision, resolution.note(), id))
                .compose(done -> Audit.act(tx, act, resolution.note()));
    }
}
