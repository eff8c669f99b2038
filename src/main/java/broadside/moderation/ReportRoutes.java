package broadside.moderation;

import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Idempotency;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import java.util.List;

/** Reporting over HTTP. */
public final class ReportRoutes {
    private final Reports reports;
    private final Idempotency idempotency;

    public ReportRoutes(Reports reports, Idempotency idempotency) {
        this.reports = reports;
        this.idempotency = idempotency;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/v1/posts/{id}/reports", this::ofPost).replayable(),
                Route.post("/v1/accounts/{username}/reports", this::ofAccount).replayable());
    }

    private Future<Answer> ofPost(Call call) {
        var post = call.id("id");
        var draft = ReportDraft.from(call.json());
        return idempotency.once(
                call, tx -> reports.ofPost(tx, Viewer.of(call), post, draft).map(done -> Answer.accepted()));
    }

    private Future<Answer> ofAccount(Call call) {
        var username = call.path("username");
        var draft = ReportDraft.from(call.json());
        return idempotency.once(call, tx -> reports.ofAccount(tx, Viewer.of(call), username, draft)
                .map(done -> Answer.accepted()));
    }
}
