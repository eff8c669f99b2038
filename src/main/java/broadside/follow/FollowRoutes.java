package broadside.follow;

import broadside.account.AccountQueries;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.BiFunction;

/** Following, blocking and muting over HTTP. */
public final class FollowRoutes {
    private static final int MOST_NAMES = 100;

    private final Follows follows;
    private final Reads reads;
    private final Paging paging;

    public FollowRoutes(Follows follows, Reads reads, Paging paging) {
        this.follows = follows;
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                change(Route.put("/v1/accounts/{username}/follow", this::follow)),
                Route.delete("/v1/accounts/{username}/follow", call -> done(call, follows::unfollow)),
                change(Route.put("/v1/accounts/{username}/block", call -> done(call, follows::block))),
                Route.delete("/v1/accounts/{username}/block", call -> done(call, follows::unblock)),
                change(Route.put("/v1/accounts/{username}/mute", call -> done(call, follows::mute))),
                Route.delete("/v1/accounts/{username}/mute", call -> done(call, follows::unmute)),
                Route.get("/v1/accounts/{username}/followers", this::followers)
                        .tokenOptional()
                        .parameters("limit", "cursor"),
                Route.get("/v1/accounts/{username}/following", this::following)
                        .tokenOptional()
                        .parameters("limit", "cursor"),
                Route.get("/v1/me/follow-requests", this::asked).parameters("limit", "cursor"),
                Route.get("/v1/me/sent-follow-requests", this::asking).parameters("limit", "cursor"),
                Route.delete("/v1/me/follow-requests/{username}", call -> done(call, follows::reject)),
                change(Route.put("/v1/me/followers/{username}", call -> done(call, follows::accept))),
                Route.delete("/v1/me/followers/{username}", call -> done(call, follows::lose)),
                Route.get("/v1/me/blocks", this::blocks).parameters("limit", "cursor"),
                Route.get("/v1/me/mutes", this::mutes).parameters("limit", "cursor"),
                Route.get("/v1/me/relationships", this::relationships).parameters("username"));
    }

    /** What it is about stands in the address: there is no body. */
    private static Route change(Route route) {
        return route.bodyUpTo(0);
    }

    /** 202 where one has only asked. */
    private Future<Answer> follow(Call call) {
        return follows.follow(Viewer.of(call), call.path("username"))
                .map(following -> following ? Answer.noContent() : Answer.accepted());
    }

    private static Future<Answer> done(Call call, BiFunction<Viewer, String, Future<Void>> work) {
        return work.apply(Viewer.of(call), call.path("username")).map(done -> Answer.noContent());
    }

    private Future<Answer> followers(Call call) {
        var page = paging.request(call, call.query());
        var viewer = Viewer.idOrNull(call);
        return seen(call)
                .compose(id -> FollowQueries.followers(reads, viewer, id, page))
                .map(people -> page(page, people));
    }

    private Future<Answer> following(Call call) {
        var page = paging.request(call, call.query());
        var viewer = Viewer.idOrNull(call);
        return seen(call)
                .compose(id -> FollowQueries.following(reads, viewer, id, page))
                .map(people -> page(page, people));
    }

    private Future<Long> seen(Call call) {
        return AccountQueries.byName(reads, call.path("username"), Viewer.idOrNull(call))
                .map(found -> found.orElseThrow(Problem::notFound).id());
    }

    private Future<Answer> asked(Call call) {
        var page = paging.request(call, call.query());
        return FollowQueries.asked(reads, Viewer.of(call).id(), page).map(people -> page(page, people));
    }

    private Future<Answer> asking(Call call) {
        var page = paging.request(call, call.query());
        return FollowQueries.asking(reads, Viewer.of(call).id(), page).map(people -> page(page, people));
    }

    private Future<Answer> blocks(Call call) {
        var page = paging.request(call, call.query());
        return FollowQueries.blocked(reads, Viewer.of(call).id(), page).map(people -> page(page, people));
    }

    private Future<Answer> mutes(Call call) {
        var page = paging.request(call, call.query());
        return FollowQueries.muted(reads, Viewer.of(call).id(), page).map(people -> page(page, people));
    }

    private Answer page(Paging.Request page, List<Person> people) {
        return paging.answer(
                page,
                people,
                person -> Paging.at(person.since(), person.account().id()),
                (json, person) -> person.account().write(json));
    }

    private Future<Answer> relationships(Call call) {
        var query = call.query();
        var names = query.text("username", FollowRoutes::isList, "It must be 1 to 100 usernames parted by commas.");
        query.done();
        var wanted = names == null ? List.<String>of() : List.of(names.split(",", -1));
        return FollowQueries.relationships(reads, Viewer.of(call).id(), wanted)
                .map(found -> Answer.json(200, json -> json.objects("data", found, (each, one) -> one.write(each)))
                        .tagged());
    }

    private static boolean isList(String text) {
        return text.split(",", -1).length <= MOST_NAMES;
    }
}
