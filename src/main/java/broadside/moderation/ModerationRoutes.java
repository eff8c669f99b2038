package broadside.moderation;

import broadside.account.Role;
import broadside.account.Viewer;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Paging;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import broadside.kit.problem.Problem;
import broadside.post.Posts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What moderators and administrators do and see, over HTTP. */
public final class ModerationRoutes {
    private final Reports reports;
    private final Posts posts;
    private final Reads reads;
    private final Paging paging;

    public ModerationRoutes(Reports reports, Posts posts, Reads reads, Paging paging) {
        this.reports = reports;
        this.posts = posts;
        this.reads = reads;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/v1/moderation/reports", this::list).parameters("status", "category", "limit", "cursor"),
                Route.get("/v1/moderation/reports/{id}", this::read),
                Route.put("/v1/moderation/reports/{id}/resolution", this::resolve),
                Route.put("/v1/moderation/hidden-posts/{id}", this::hide),
                Route.delete("/v1/moderation/hidden-posts/{id}", this::restore),
                Route.get("/v1/moderation/audit", this::audit).parameters("limit", "cursor"));
    }

    private Future<Answer> list(Call call) {
        var judge = Viewer.of(call).require(Role.MODERATOR);
        var query = call.query();
        var state = query.choice("status", ReportState.class);
        var category = query.choice("category", Category.class);
        var page = paging.request(call, query);
        return ReportQueries.page(reads, state, category, page, judge.id())
                .map(found -> paging.answer(
                        page,
                        found,
                        report -> Paging.at(report.createdAt(), report.id()),
                        (json, report) -> report.write(json)));
    }

    private Future<Answer> read(Call call) {
        var judge = Viewer.of(call).require(Role.MODERATOR);
        return ReportQueries.byId(reads, call.id("id"), judge.id())
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(report -> Answer.json(200, report::write).tagged());
    }

    private Future<Answer> resolve(Call call) {
        var judge = Viewer.of(call).require(Role.MODERATOR);
        return reports.resolve(judge, call.id("id"), Resolution.from(call.json()))
                .map(done -> Answer.noContent());
    }

    private Future<Answer> hide(Call call) {
        var judge = Viewer.of(call).require(Role.MODERATOR);
        var fields = new Fields(call.body().length() == 0 ? new JsonObject() : call.json());
        var reason = fields.text("reason").length(0, 500).value();
        fields.done();
        return posts.hide(judge, call.id("id"), reason).map(done -> Answer.noContent());
    }

    private Future<Answer> restore(Call call) {
        return posts.unhide(Viewer.of(call), call.id("id")).map(done -> Answer.noContent());
    }

    private Future<Answer> audit(Call call) {
        Viewer.of(call).require(Role.ADMIN);
        var page = paging.request(call, call.query());
        return AuditQueries.page(reads, page)
                .map(found -> paging.answer(
                        page, found, act -> Paging.at(act.at(), act.id()), (json, act) -> act.write(json)));
    }
}
