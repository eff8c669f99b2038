package broadside.feed;

import broadside.account.AccountQueries;
import broadside.account.AccountView;
import broadside.feed.Feed.Subject;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Paging.Request;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import broadside.kit.text.Tag;
import broadside.post.PostFilter;
import broadside.post.PostLists;
import broadside.post.PostView;
import broadside.search.PostSearch;
import broadside.search.SearchRoutes;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Feeds of public posts, which have no viewer: whoever asks, they are the same. */
public final class FeedRoutes {
    private final Reads reads;
    private final PostSearch search;
    private final Paging paging;
    private final Addresses addresses;
    private final Clock clock;

    public FeedRoutes(Reads reads, PostSearch search, Paging paging, Addresses addresses, Clock clock) {
        this.reads = reads;
        this.search = search;
        this.paging = paging;
        this.addresses = addresses;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/feeds/{format}", this::site).open().parameters("limit", "cursor"),
                Route.get("/feeds/{format}/accounts/{username}", this::author)
                        .open()
                        .parameters("limit", "cursor"),
                Route.get("/feeds/{format}/tags/{tag}", this::tag).open().parameters("limit", "cursor"),
                Route.get("/feeds/{format}/search", this::search).open().parameters("q", "limit", "cursor"));
    }

    private Future<Answer> site(Call call) {
        var subject = subject(addresses.host(), Place.SITE);
        var page = paging.request(call, call.query());
        return posts(PostFilter.ANY, page).map(posts -> answer(call, subject, Instant.EPOCH, page, posts));
    }

    private Future<Answer> author(Call call) {
        var username = call.path("username");
        var page = paging.request(call, call.query());
        return AccountQueries.byName(reads, username, null)
                .map(found -> found.orElseThrow(Problem::notFound))
                .compose(author -> posts(PostFilter.ANY.by(username), page)
                        .map(posts -> answer(call, subject(author), author.createdAt(), page, posts)));
    }

    private Subject subject(AccountView author) {
        var name = author.displayName() == null ? author.username() : author.displayName();
        return subject(name, Place.account(author.username()));
    }

    private Subject subject(String title, Place place) {
        return new Subject(title, place.posts() + " at " + addresses.host());
    }

    private Future<Answer> tag(Call call) {
        var tag = Tag.key(call.path("tag"));
        if (tag == null) {
            throw Problem.notFound();
        }
        var subject = subject("#" + tag, Place.tag(tag));
        var page = paging.request(call, call.query());
        return posts(PostFilter.ANY.tagged(tag), page).map(posts -> answer(call, subject, Instant.EPOCH, page, posts));
    }

    private Future<Answer> search(Call call) {
        var query = call.query();
        var typed = SearchRoutes.typed(query);
        var subject = subject("“" + typed + "”", Place.search(typed));
        var page = paging.request(call, query);
        return search.newest(typed, page.from(), page.limit())
                .map(posts -> answer(call, subject, Instant.EPOCH, page, posts));
    }

    private Future<List<PostView>> posts(PostFilter filter, Request page) {
        return PostLists.everybodys(reads, filter, page, null);
    }

    /** Which goes back in time only. */
    private static boolean isSearch(Call call) {
        return call.route().parameters().contains("q");
    }

    private Answer answer(Call call, Subject subject, Instant started, Request request, List<PostView> found) {
        var format = Format.of(call.path("format"));
        var page = paging.page(request, found, post -> Paging.at(Feed.published(post), post.id()));
        var newer = request.from() == null || isSearch(call) ? null : page.prev();
        var feed = new Feed(
                addresses,
                subject,
                started,
                paging.address(request, paging.here(request)),
                paging.address(request, null),
                page.next() == null ? null : paging.address(request, page.next()),
                newer == null ? null : paging.address(request, newer),
                page.rows());
        var answer = Answer.of(200, format.contentType(), format.write(feed)).tagged();
        return Freshness.dated(answer, feed.updated(), clock);
    }
}
