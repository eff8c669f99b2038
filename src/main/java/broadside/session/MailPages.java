package broadside.session;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Where mailed links lead. Programs that look through mail follow links too, so opening one changes nothing: it shows a form, and
 * sending that does.
 */
public final class MailPages {
    private static final String CONFIRM = "Confirm your e-mail address";
    private static final String RESET = "Set a new password";

    private final EmailAddresses addresses;
    private final PasswordChanges changes;

    public MailPages(EmailAddresses addresses, PasswordChanges changes) {
        this.addresses = addresses;
        this.changes = changes;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/confirm-email", this::askConfirmation).open().parameters("token"),
                Route.post("/confirm-email", this::confirm).open().form(),
                Route.get("/reset-password", this::askPassword).open().parameters("token"),
                Route.post("/reset-password", this::reset).open().form());
    }

    private Future<Answer> askConfirmation(Call call) {
        return ask(call, token -> Page.of(200, CONFIRM, confirmForm(token)));
    }

    private Future<Answer> askPassword(Call call) {
        return ask(call, token -> Page.of(200, RESET, resetForm(token)));
    }

    /** Only what can be a token gets into the page. */
    private static Future<Answer> ask(Call call, Function<String, Answer> page) {
        var token = call.query().text("token");
        return Future.succeededFuture(
                token != null && Secret.Kind.MAIL.fits(token)
                        ? page.apply(token)
                        : failed("This link does not work", SessionProblems.invalidLink()));
    }

    private Future<Answer> confirm(Call call) {
        return Future.succeededFuture(call)
                .compose(sent -> addresses.confirm(EmailRoutes.token(sent.form())))
                .map(done -> Page.of(200, "Thank you", Page.paragraph("Your e-mail address is confirmed.")))
                .recover(failure -> page(failure, problem -> failed("The address is not confirmed", problem)));
    }

    private Future<Answer> reset(Call call) {
        return Future.succeededFuture(call)
                .compose(sent -> changes.reset(PasswordReset.from(sent.form())))
                .map(done -> Page.of(
                        200,
                        "Done",
                        Page.paragraph("Your new password is set. You can log in with it on every device.")))
                .recover(failure -> page(failure, problem -> again(call, problem)));
    }

    /** A password that was refused may be mended at once; anything else ends here. */
    private static Answer again(Call call, Problem problem) {
        var token = call.form().getString("token", "");
        var mendable = problem.violations().stream()
                .allMatch(violation -> violation.pointer().equals("/newPassword"));
        return !problem.violations().isEmpty() && mendable && Secret.Kind.MAIL.fits(token)
                ? Page.of(problem.status(), RESET, Page.wrong(problem) + resetForm(token))
                : failed("The password is not changed", problem);
    }

    private static Answer failed(String title, Problem problem) {
        return Page.of(problem.status(), title, Page.wrong(problem));
    }

    /** Problems as pages; faults of ours go their usual way. */
    private static Future<Answer> page(Throwable failure, Function<Problem, Answer> page) {
        return failure instanceof Problem problem
                ? Future.succeededFuture(page.apply(problem))
                : Future.failedFuture(failure);
    }

    private static String confirmForm(String token) {
        return """
                <form method="post" action="confirm-email">
                <input type="hidden" name="token" value="%s">
                <button>Confirm</button>
                </form>
                """.formatted(Page.escape(token));
    }

    private static String resetForm(String token) {
        return """
                <form method="post" action="reset-password">
                <input type="hidden" name="token" value="%s">
                <label for="password">New password, at least 10 characters</label>
                <input id="password" name="newPassword" type="password" autocomplete="new-password"
                 minlength="10" maxlength="256" required autofocus>
                <button>Set the password</button>
                </form>
                """.formatted(Page.escape(token));
    }
}
