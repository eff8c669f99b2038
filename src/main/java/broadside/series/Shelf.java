package broadside.series;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.http.Precondition;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The door of series. A post stands in one series of its author at most. */
public final class Shelf {
    private static final Sql CREATE = Sql.of("""
            insert into series (account_id, title, description, created_at, updated_at) values (?, ?, ?, ?, ?) returning id""");

    private static final Sql LOCK =
            Sql.of("select id, account_id, title, description, version from series where id = ? for no key update");
    private static final Sql EDIT = Sql.of("update series set title = ?, description = ? where id = ?");
    private static final Sql TOUCH = Sql.of("""
            update series set version = version + 1, updated_at = greatest(?, updated_at + interval '1 millisecond')
            where id = ?""");
    private static final Sql DELETE = Sql.of("delete from series where id = ?");

    private static final Sql EMPTY = Sql.of("delete from series_post where series_id = ?");
    /** Posts are kept from being removed meanwhile, in the order of their ids. */
    private static final Sql FILL = Sql.of("""
            with kept as (
              select id from post where author_id = ? and title is not null and id = any (?::bigint[])
              order by id for key share)
            insert into series_post (series_id, post_id, position)
            select ?, kept.id, array_position(?::bigint[], kept.id) from kept""");

    private final Db db;
    private final Clock clock;

    public Shelf(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Found(long id, long author, SeriesText text, int version) {
        static Found of(Row row) {
            return new Found(
                    row.getLong("id"),
                    row.getLong("account_id"),
                    new SeriesText(row.getString("title"), row.getString("description")),
                    row.getInteger("version"));
        }
    }

    Future<SeriesView> create(Tx tx, Viewer author, SeriesText text) {
        author.require(Role.AUTHOR);
        var now = now();
        return tx.first(CREATE.with(author.id(), text.title(), text.description(), now, now), row -> row.getLong("id"))
                .map(Optional::orElseThrow)
                .compose(id -> tell(tx, "series.created", author, id))
                .compose(id -> view(tx, author, id));
    }

    Future<SeriesView> edit(Viewer author, long id, JsonObject patch, Precondition precondition) {
        return db.transaction(tx -> own(tx, author, id, precondition).compose(found -> {
            var text = found.text().with(patch);
            return text.equals(found.text())
                    ? view(tx, author, id)
                    : tx.execute(EDIT.with(text.title(), text.description(), id))
                            .compose(done -> changed(tx, "series.edited", author, id));
        }));
    }

    /**
     * Makes these the posts of the series, in this order. Fails with 400 where one is no article of one's own, and with 409 where one
     * is in another series.
     */
    Future<SeriesView> arrange(Viewer author, long id, List<Long> posts, Precondition precondition) {
        var ids = posts.toArray(Long[]::new);
        return db.transaction(tx -> own(tx, author, id, precondition)
                .compose(found -> tx.execute(EMPTY.with(id)))
                .compose(emptied -> tx.execute(FILL.with(author.id(), ids, id, ids)))
                .compose(filled -> {
                    if (filled != ids.length) {
                        throw SeriesProblems.notAnArticle();
                    }
                    return changed(tx, "series.arranged", author, id);
                }));
    }

    /** The posts stay. */
    Future<Void> delete(Viewer author, long id, Precondition precondition) {
        return db.transaction(tx -> own(tx, author, id, precondition)
                .compose(found -> tx.execute(DELETE.with(id)))
                .compose(gone -> tell(tx, "series.deleted", author, id))
                .mapEmpty());
    }

    private Future<SeriesView> changed(Tx tx, String kind, Viewer author, long id) {
        return tx.execute(TOUCH.with(now(), id))
                .compose(touched -> tell(tx, kind, author, id))
                .compose(told -> view(tx, author, id));
    }

    /** One's own series in the version one saw, locked. Somebody else's is forbidden where it can be seen, and else not found. */
    private static Future<Found> own(Tx tx, Viewer author, long id, Precondition precondition) {
        author.require(Role.AUTHOR);
        return tx.first(LOCK.with(id), Found::of).compose(there -> {
            var found = there.orElseThrow(Problem::notFound);
            if (found.author() != author.id()) {
                return SeriesQueries.byId(tx, id, author.id()).map(seen -> {
                    throw seen.isPresent() ? SeriesProblems.notYours() : Problem.notFound();
                });
            }
            precondition.check(found.version());
            return Future.succeededFuture(found);
        });
    }

    private static Future<SeriesView> view(Tx tx, Viewer author, long id) {
        return SeriesQueries.byId(tx, id, author.id()).map(Optional::orElseThrow);
    }

    private static Future<Long> tell(Tx tx, String kind, Viewer author, long id) {
        return Outbox.add(tx, Event.of(kind, author.id(), "series", id)).map(id);
    }

    private Instant now() {
        return Times.stored(clock.instant());
    }
}
