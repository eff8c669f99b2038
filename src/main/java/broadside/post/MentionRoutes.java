package broadside.post;

import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.db.Sql;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Keyset;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;

/** Posts that mention whoever asks, over HTTP: the newest first, one statement each. */
public final class MentionRoutes {
    private static final Sql MENTIONING = PostQueries.COLUMNS
            .then(PostQueries.VIEWER)
            .then(Sql.of("join mention n on n.account_id = viewer.id and n.published_at is not null"))
            .then(PostQueries.HEARD)
            .then(PostQueries.BESIDE)
            .then(Sql.of("where p.id = n.post_id and p.status = 'published'"));
    private static final Keyset BY_PUBLICATION = new Keyset(
            Sql.of("and (n.published_at, n.post_id) < (?, ?)"),
            Sql.of("and (n.published_at, n.post_id) > (?, ?)"),
            Sql.of("order by n.published_at desc, n.post_id desc limit ?"),
            Sql.of("order by n.published_at, n.post_id limit ?"));

    private final Reads reads;
    private final Paging paging;

    public MentionRoutes(Reads reads, Paging paging) {
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/me/mentions", this::mentions).parameters("limit", "cursor"));
    }

    private Future<Answer> mentions(Call call) {
        var page = paging.request(call, call.query());
        return reads.list(page.window(MENTIONING.with(Viewer.of(call).id()), BY_PUBLICATION), PostQueries::view)
                .map(posts -> paging.answer(
                        page,
                        posts,
                        post -> Paging.at(Objects.requireNonNull(post.publishedAt()), post.id()),
                        (json, post) -> post.write(json)));
    }
}
