package broadside.session;

import broadside.account.AccountDraft;
import broadside.account.Viewer;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.RateLimit;
import broadside.kit.http.RateLimits;
import broadside.kit.http.Route;
import broadside.kit.json.Fields;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import java.util.List;

/** Passwords over HTTP. */
public final class PasswordRoutes {
    private final PasswordChanges changes;
    private final RateLimits limits;

    public PasswordRoutes(PasswordChanges changes, RateLimits limits) {
        this.changes = changes;
        this.limits = limits;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/v1/me/password", this::change).sessionOnly().limited(RateLimit.LOGIN),
                Route.post("/v1/password-resets", this::request).open().limited(RateLimit.MAIL),
                Route.put("/v1/password-resets", this::reset).open());
    }

    private Future<Answer> change(Call call) {
        var fields = new Fields(call.json());
        var present = NewPassword.present(fields, "currentPassword");
        var next = NewPassword.read(fields, "newPassword");
        fields.done();
        return changes.change(Viewer.of(call).id(), SessionRoutes.current(call), present, next)
                .map(done -> Answer.noContent());
    }

    /** Limited by address too, so that nobody's mailbox is filled from many places. */
    private Future<Answer> request(Call call) {
        var fields = new Fields(call.json());
        var email = AccountDraft.email(fields);
        fields.done();
        limits.require(RateLimit.MAIL, "reset " + Email.key(email));
        return changes.request(email).map(done -> Answer.accepted());
    }

    private Future<Answer> reset(Call call) {
        return changes.reset(PasswordReset.from(call.json())).map(done -> Answer.noContent());
    }
}
