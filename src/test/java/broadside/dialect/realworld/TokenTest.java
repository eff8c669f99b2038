package broadside.dialect.realworld;

import static broadside.dialect.realworld.Conduit.assertRefused;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Eventually;
import broadside.testing.Server;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a token lasts; in a server of its own, since its clock is put forward. */
@Conforms("realworld")
class TokenTest {
    @Test
    @Line("users.token.lasts")
    void lastsThirtyDaysFromItsLastUse() {
        try (var server = Server.start(Map.of())) {
            var susan = Conduit.of(server).register("susan");
            server.clock().forward(Duration.ofDays(29));
            susan.get("/user").expect(200);
            var before = expiry(susan);
            Eventually.holds(Duration.ofSeconds(15), "the use is noted", () -> !expiry(susan)
                    .equals(before));
            server.clock().forward(Duration.ofDays(29));
            susan.get("/user").expect(200);
            server.clock().forward(Duration.ofDays(31));
            assertRefused(401, "token", "is invalid", susan.get("/user"));
        }
    }

    private static String expiry(Conduit susan) {
        return susan.ours()
                .get("/v1/sessions")
                .expect(200)
                .json()
                .getJsonArray("data")
                .getJsonObject(0)
                .getString("lastUsedAt");
    }
}
