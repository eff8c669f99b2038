package broadside.post;

import broadside.follow.Acquaintance;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Direct replies to a post, for APIs that know no deeper ones. A viewer is null for somebody not logged in. */
public final class CommentQueries {
    /** As many are shown at most: the newest. */
    public static final int MOST = 1_000;

    private static final Sql COLUMNS =
            Sql.of("select p.id, p.body, p.published_at, p.updated_at,").then(Acquaintance.COLUMNS);
    private static final Sql BESIDE = Sql.of("""
            join account a on a.id = p.author_id where p.status = 'published' and p.parent_id = ?""");
    private static final Sql NEWEST = Sql.of("order by p.published_at desc, p.id desc limit ?");
    private static final Sql ONE = Sql.of("and p.id = ?");

    private CommentQueries() {}

    /** Oldest first, without those of people the viewer has muted. */
    public static Future<List<CommentView>> of(Reads reads, long post, @Nullable Long viewer) {
        var query = COLUMNS.then(PostQueries.VIEWER)
                .then(PostQueries.HEARD)
                .then(BESIDE)
                .with(viewer, post);
        return reads.list(query.and(NEWEST, MOST), CommentView::of).map(CommentQueries::reversed);
    }

    private static List<CommentView> reversed(List<CommentView> newestFirst) {
        var oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** One of them. */
    public static Future<Optional<CommentView>> byId(Reads reads, long post, long id, @Nullable Long viewer) {
        var query = COLUMNS.then(PostQueries.VIEWER)
                .then(PostQueries.SEEN)
                .then(BESIDE)
                .with(viewer, post);
        return reads.first(query.and(ONE, id), CommentView::of);
    }
}
