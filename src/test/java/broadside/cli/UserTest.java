package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts are looked after from the command line, and a program that serves beside it hears of that. */
@Tag("any-server")
class UserTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Server SERVER = Server.shared();

    private final Client anybody = SERVER.client();
    private final String name = Client.name();
    private final Client susan = anybody.register(name);

    @Test
    void whoIsSuspendedIsOutAtOnceAndBackWhenRestored() {
        var script = anybody.with(personalToken());
        script.get("/v1/me").expect(200);
        assertEquals(done(name + " is suspended now.\n"), user("suspend", name, "--reason", "spam"));
        refusedSoon(susan);
        refusedSoon(script);
        assertEquals("suspended", logIn(Client.PASSWORD, 403));
        assertEquals(done(name + " is restored.\n"), user("restore", name));
        anybody.logIn(name, Client.PASSWORD).get("/v1/me").expect(200);
        assertEquals("account.suspended|spam,account.restored|", acts());
        assertEquals("account.suspended,account.restored", events("account.suspended", "account.restored"));
    }

    @Test
    void doingItTwiceChangesNothing() {
        user("suspend", name, "--reason", "spam");
        assertEquals(done(name + " was suspended already.\n"), user("suspend", name));
        assertEquals(done(name + " is suspended now.\n"), user("suspend", name, "--reason", "more spam"));
        assertEquals(done(name + " is restored.\n"), user("restore", name));
        assertEquals(done(name + " was not suspended.\n"), user("restore", name));
        assertEquals("account.suspended|spam,account.suspended|more spam,account.restored|", acts());
    }

    @Test
    void aPasswordThatIsMadeUpIsShownOnceAndIsTheOnlyOne() {
        var script = anybody.with(personalToken());
        script.get("/v1/me").expect(200);
        var told = user("reset-password", name);
        assertEquals(0, told.exit(), told.error());
        var password = told.out().replaceFirst("(?s).*Password: (\\S+)\n", "$1");
        assertNotEquals(told.out(), password);
        assertEquals("invalid-credentials", logIn(Client.PASSWORD, 401));
        var back = anybody.logIn(name, password);
        refusedSoon(susan);
        refusedSoon(script);
        back.get("/v1/me").expect(200);
        assertEquals("password.changed|", acts());
        assertEquals("password.changed,session.revoked,token.revoked", events("password.", "%.revoked"));
    }

    /** Whoever had asked for a link by mail, while she could, cannot use it any more. */
    @Test
    void linksThatWereMailedBeforeDieWithThePassword() {
        anybody.post("/v1/password-resets", new JsonObject().put("email", name + "@example.com"))
                .expect(202);
        assertEquals("2", links());
        user("reset-password", name);
        assertEquals("0", links());
    }

    @Test
    void aPasswordIsAskedFor() {
        var told = Child.by(SERVER.database(), "quite another one\n", "user", "reset-password", name, "--password");
        assertEquals(0, told.exit(), told.error());
        assertTrue(
                told.out().endsWith(name + " has another password now; all log-ins and tokens ended.\n"), told.out());
        anybody.logIn(name, "quite another one");
        for (var typed : new String[] {"short\n", "", name + "\n"}) {
            var refused = Child.by(SERVER.database(), typed, "user", "reset-password", name, "--password");
            assertEquals(1, refused.exit(), refused.out());
            assertTrue(refused.error().matches("broadside: password: .+\n"), refused.error());
        }
        anybody.logIn(name, "quite another one");
    }

    @Test
    void whatIsWrongIsOneLine() {
        for (var command : new String[] {"suspend", "restore", "reset-password", "promote"}) {
            assertEquals(
                    new Told(1, "", "broadside: There is no such account.\n"),
                    user(command, "nobody-" + name),
                    command);
            assertEquals(2, user(command).exit(), command);
        }
        var long501 = "x".repeat(501);
        assertEquals(
                new Told(1, "", "broadside: reason: It may have at most 500 characters.\n"),
                user("suspend", name, "--reason", long501));
        susan.get("/v1/me").expect(200);
    }

    private String personalToken() {
        var draft = new JsonObject().put("name", "script").put("scopes", new JsonArray().add("read"));
        return susan.post("/v1/tokens", draft).expect(201).json().getString("token");
    }

    private static void refusedSoon(Client client) {
        Eventually.holds(SOON, "the token is dead", () -> client.get("/v1/me").status() == 401);
    }

    private String logIn(String password, int status) {
        var body = new JsonObject().put("login", name).put("password", password);
        return anybody.post("/v1/sessions", body).expect(status).problem();
    }

    /** What the command line did to her, as the log has it. */
    private String acts() {
        return ask("select string_agg(act || '|' || coalesce(reason, ''), ',' order by id) from audit"
                + " where actor_id is null and subject_id = " + id());
    }

    /** Kinds of events of the command line about her, in alphabetical order for those of one moment. */
    private String events(String... kinds) {
        return ask("select string_agg(distinct kind, ',' order by kind"
                + (kinds[0].startsWith("account") ? " desc" : "")
                + ") from event where actor_id is null and (kind like '"
                + kinds[0] + "%' or kind like '" + kinds[1] + "') and (subject_id = " + id()
                + " and subject_type = 'account' or data ->> 'account' = '" + id() + "')");
    }

    private String links() {
        return ask("select count(*) from mail_link where account_id = " + id());
    }

    private String id() {
        return ask("select id from account where username = '" + name + "'");
    }

    private static String ask(String question) {
        return String.valueOf(TestDatabase.ask(SERVER.database(), question));
    }

    private static Told done(String out) {
        return new Told(0, out, "");
    }

    private static Told user(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("user"));
        all.addAll(java.util.List.of(arguments));
        return Told.by(SERVER.database(), all.toArray(String[]::new));
    }
}
