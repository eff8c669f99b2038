package broadside.tag;

import broadside.account.Viewer;
import broadside.kit.db.Db;
import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.event.Event;
import broadside.kit.event.Outbox;
import broadside.kit.json.Times;
import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;

/** The door of tags: following them. A tag is there as soon as somebody names it. */
public final class Tags {
    /** As many tags one account follows at most: what a timeline of them costs. */
    static final int MOST = 100;

    /** One after the other, so that nobody gets past the limit. */
    private static final Sql LOCK = Sql.of("select id from account where id = ? for no key update");

    private static final Sql FOLLOWED = Sql.of("select count(*) as tags from tag_follow where account_id = ?");
    private static final Sql FOLLOW = Sql.of("""
            insert into tag_follow (account_id, tag, created_at) values (?, ?, ?)
            on conflict on constraint tag_follow_once do nothing returning id""");
    private static final Sql UNFOLLOW = Sql.of("delete from tag_follow where account_id = ? and tag = ? returning id");

    private final Db db;
    private final Clock clock;

    public Tags(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Follows a tag; fails with 409 when that would be too many. One that is followed already stays so. */
    Future<Void> follow(Viewer viewer, String tag) {
        return db.transaction(tx -> tx.execute(LOCK.with(viewer.id()))
                .compose(locked -> tx.first(
                        FOLLOW.with(viewer.id(), tag, Times.stored(clock.instant())), row -> row.getLong("id")))
                .compose(added -> added.isPresent() ? room(tx, viewer).map(added) : Future.succeededFuture(added))
                .compose(added -> tell(tx, "tag.followed", viewer, tag, added)));
    }

    private static Future<Void> room(Tx tx, Viewer viewer) {
        return tx.first(FOLLOWED.with(viewer.id()), row -> row.getLong("tags")).map(tags -> {
            if (tags.orElse(0L) > MOST) {
                throw Problem.of(ProblemType.CONFLICT, "You follow " + MOST + " tags. Stop following another first.");
            }
            return null;
        });
    }

    Future<Void> unfollow(Viewer viewer, String tag) {
        return db.transaction(tx -> tx.first(UNFOLLOW.with(viewer.id(), tag), row -> row.getLong("id"))
                .compose(gone -> tell(tx, "tag.unfollowed", viewer, tag, gone)));
    }

    private static Future<Void> tell(Tx tx, String kind, Viewer viewer, String tag, Optional<Long> changed) {
        return changed.map(id -> Outbox.add(
                        tx, Event.of(kind, viewer.id(), "tag-follow", id).with("tag", tag)))
                .orElseGet(Future::succeededFuture);
    }
}
