package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Client;
import broadside.testing.Eventually;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two nodes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final String EXPIRED = """
            insert into access_token (hash, session_id, expires_at)
            select sha256(('access' || n)::bytea), (select max(id) from session), now() - interval '1 day'
            from generate_series(1, 2500) n;
            insert into refresh_token (hash, session_id, expires_at)
            select sha256(('refresh' || n)::bytea), (select max(id) from session), now() - interval '1 day'
            from generate_series(1, 10) n;
            insert into personal_token (account_id, name, hash, scopes, created_at, expires_at)
            select (select max(id) from account), 'old', sha256('personal'), array['read'], now(), now() - interval '1 day';
            insert into session (account_id, address, created_at, last_used_at, expires_at)
            select max(id), '::1', now(), now(), now() - interval '1 day' from account;
            update mail_link set expires_at = now() - interval '1 day'""";
    private static final String LEFT = """
            select (select count(*) from access_token where expires_at < now())
              + (select count(*) from refresh_token where expires_at < now())
              + (select count(*) from personal_token where expires_at < now())
              + (select count(*) from session where expires_at < now())
              + (select count(*) from mail_link where expires_at < now())""";

    private Server first;
    private Server second;
    private Client ada;
    private String adasId = "";

    @BeforeAll
    void start() {
        var database = TestDatabase.migrated();
        first = Server.start(database, Map.of());
        ada = first.client().register();
        adasId = ada.get("/v1/me").expect(200).json().getString("id");
        TestDatabase.execute(database, EXPIRED);
        second = Server.start(database, Map.of());
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    @Test
    void whatHasExpiredIsClearedAway() {
        Eventually.holds(Duration.ofSeconds(10), "nothing expired is left", () -> "0"
                .equals(TestDatabase.ask(first.database(), LEFT)));
        ada.get("/v1/me").expect(200);
        assertEquals(
                "1", TestDatabase.ask(first.database(), "select count(*) from session where account_id = " + adasId));
    }

    @Test
    void aTokenRevokedOnOneIsDeadOnTheOther() {
        var grace = first.client().register();
        var elsewhere = second.client().with(grace.token());
        elsewhere.get("/v1/me").expect(200);
        grace.delete("/v1/sessions/current").expect(204);
        Eventually.holds(
                Duration.ofSeconds(2),
                "dead on the other node",
                () -> elsewhere.get("/v1/me").status() == 401);
    }

    @Test
    void aSuspendedAccountIsOutOnTheOther() {
        var name = Client.name();
        var elsewhere = second.client().with(first.client().register(name).token());
        elsewhere.get("/v1/me").expect(200);
        TestDatabase.execute(first.database(), "update account set role = 'admin' where id = " + adasId);
        Eventually.holds(
                Duration.ofSeconds(5),
                "the new role is known and used",
                () -> ada.put("/v1/accounts/" + name + "/suspension", null).status() == 204);
        Eventually.holds(
                Duration.ofSeconds(2),
                "out on the other node",
                () -> elsewhere.get("/v1/me").status() == 401);
        first.client().get("/v1/accounts/" + name).expect(404);
    }

    @Test
    void aClosedAccountIsGoneOnTheOther() {
        var grace = first.client().register();
        var elsewhere = second.client().with(grace.token());
        elsewhere.get("/v1/sessions").expect(200);
        grace.delete("/v1/me", new JsonObject().put("password", Client.PASSWORD))
                .expect(204);
        Eventually.holds(
                Duration.ofSeconds(2),
                "gone on the other node",
                () -> elsewhere.get("/v1/sessions").status() == 401);
    }
}
