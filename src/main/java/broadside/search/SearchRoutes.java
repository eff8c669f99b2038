package broadside.search;

import broadside.account.AccountSummary;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Query;
import broadside.kit.http.Route;
import broadside.kit.text.Tag;
import broadside.kit.text.WellFormed;
import broadside.post.PostFilter;
import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Search over HTTP. */
public final class SearchRoutes {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 80;

    private final PostSearch posts;
    private final Reads reads;
    private final Paging paging;

    /** @param reads for what may take a while */
    public SearchRoutes(PostSearch posts, Reads reads, Paging paging) {
        this.posts = posts;
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/search/posts", this::posts)
                        .tokenOptional()
                        .parameters(Stream.concat(Stream.of("q", "author"), Stream.of(PostFilter.parameters()))
                                .toArray(String[]::new)),
                Route.get("/v1/search/accounts", this::accounts).tokenOptional().parameters("q", "limit"),
                Route.get("/v1/search/tags", this::tags).tokenOptional().parameters("q", "limit", "cursor"));
    }

    private Future<Answer> posts(Call call) {
        var query = call.query();
        var typed = typed(query);
        var filter = PostFilter.from(query);
        var page = paging.sealed(call, query);
        return posts.page(new Wanted(typed, filter, Viewer.idOrNull(call)), SearchPlace.of(page.from()), page.limit())
                .map(found -> paging.answer(
                        page,
                        found.hits(),
                        found.next() == null ? null : found.next().bytes(),
                        (json, hit) -> hit.write(json)));
    }

    private Future<Answer> accounts(Call call) {
        var query = call.query();
        var typed = typed(query, LONGEST_NAME);
        var limit = query.limit();
        query.done();
        return AccountHits.best(reads, typed, Viewer.idOrNull(call), limit).map(SearchRoutes::best);
    }

    private static Answer best(List<AccountSummary> accounts) {
        return Answer.json(200, json -> json.objects("data", accounts, (each, account) -> account.write(each))
                        .object("page", page -> page.text("next", null).text("prev", null)))
                .tagged();
    }

    private Future<Answer> tags(Call call) {
        var query = call.query();
        var prefix = Tag.key(typed(query, Tag.MAX_LENGTH));
        var page = paging.sealed(call, query);
        return tags(prefix, after(page.from()), Viewer.idOrNull(call), page.limit())
                .map(found -> paging.answer(
                        page,
                        found.hits(),
                        found.next() == null ? null : found.next().getBytes(StandardCharsets.UTF_8),
                        (json, tag) -> tag.write(json)));
    }

    /** @param prefix null: none that any tag could begin with */
    private Future<TagHits.Found> tags(@Nullable String prefix, String after, @Nullable Long viewer, int limit) {
        return prefix == null
                ? Future.succeededFuture(new TagHits.Found(List.of(), null))
                : TagHits.next(reads, prefix, after, viewer, limit);
    }

    private static String after(@Nullable ByteBuffer place) {
        return place == null ? "" : StandardCharsets.UTF_8.decode(place).toString();
    }

    /** What is looked for in posts; the parameter {@code q}. */
    public static String typed(Query query) {
        return typed(query, LONGEST);
    }

    private static String typed(Query query, int longest) {
        return query.needed(
                "q",
                text -> !text.isBlank() && WellFormed.codePoints(text) <= longest && WellFormed.text(text),
                "It must have 1 to " + longest + " characters.");
    }
}
