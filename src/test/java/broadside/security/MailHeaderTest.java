package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import broadside.contract.Contracts;
import broadside.testing.Client;
import broadside.testing.Mailbox;
import broadside.testing.Server;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing anybody chose becomes a header of a mail, or another recipient. */
@Tag("any-server")
class MailHeaderTest {
    private static final Server SERVER = Server.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "victim@example.com\r\nBcc: all@example.com",
                "victim@example.com\nBcc: all@example.com",
                "victim@example.com\rBcc: all@example.com",
                "victim@example.com\u2028Bcc: all@example.com",
                "victim@example.com\u0085Bcc: all@example.com",
                "victim@example.com%0d%0aBcc: all@example.com",
                "victim@example.com\r\n\r\nAnother text",
                "\"victim\r\nBcc: all@example.com\r\nX: \"@example.com",
                "victim@example.com, all@example.com",
                "victim@example.com;all@example.com",
                "Victim <victim@example.com>",
                "<victim@example.com>",
                "victim@example.com (\r\nBcc: all@example.com)",
                "=?utf-8?Q?=0D=0ABcc:?= all@example.com",
                "group: victim@example.com, all@example.com;",
            })
    void noAddress(String address) {
        var anybody = SERVER.client();
        var somebody = anybody.register();
        var email = new JsonObject().put("email", address);
        anybody.post("/v1/accounts", Client.registration(Client.name()).mergeIn(email))
                .expect(400);
        anybody.post("/v1/password-resets", email).expect(400);
        somebody.put("/v1/me/email", email.copy().put("password", Client.PASSWORD))
                .expect(400);
        var conduit = new Client(SERVER.url(), Contracts.REALWORLD, null);
        var user =
                new JsonObject().put("user", Client.registration(Client.name()).mergeIn(email));
        conduit.post("/realworld/api/users", user).expect(422);
        var microblog = new Client(SERVER.url(), Contracts.MICROBLOG, null);
        microblog
                .post("/microblog/api/users", Client.registration(Client.name()).mergeIn(email))
                .expect(400);
        microblog.post("/microblog/api/tokens/reset", email).expect(400);
    }

    @Test
    void aMailHasItsFourHeaders() {
        var name = Client.name();
        var susan = SERVER.client().register(name);
        var display =
                new JsonObject().put("displayName", "x Bcc: all@example.com").put("locale", "de");
        susan.patch("/v1/me", display).expect(200);
        var agent = "x%0d%0aBcc: all@example.com";
        SERVER.client()
                .post("/v1/password-resets", new JsonObject().put("email", name + "@example.com"), "User-Agent", agent)
                .expect(202);
        var mail = Mailbox.of(SERVER).newest(name + "@example.com", 2);
        var head = mail.substring(0, mail.indexOf("\n\n"));
        assertEquals(
                List.of("From", "To", "Subject", "Content-Type"),
                head.lines().map(line -> line.replaceFirst(":.*", "")).toList());
        assertFalse(mail.contains("all@example.com"), mail);
    }
}
