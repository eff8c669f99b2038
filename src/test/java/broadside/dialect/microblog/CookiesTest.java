package broadside.dialect.microblog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.conformance.Conforms;
import broadside.conformance.Line;
import broadside.testing.Server;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cookie that holds the refresh token. */
@Conforms("microblog")
class CookiesTest {
    private static final String STRICT =
            "refresh_token=[\\w-]{43}; HttpOnly; Path=/microblog/api/tokens; SameSite=Strict";

    private static String cookie(Server server) {
        var susan = Somebody.register(server);
        var cookie = susan.logIn(susan.name(), Somebody.PASSWORD)
                .header("Set-Cookie")
                .orElseThrow();
        var refreshed = susan.nobody()
                .refresh(susan.token(), susan.cookie())
                .header("Set-Cookie")
                .orElseThrow();
        assertEquals(cookie.replaceAll("=[\\w-]{43};", "=;"), refreshed.replaceAll("=[\\w-]{43};", "=;"));
        return cookie;
    }

    @Test
    @Line({"cookie.strict", "cookie.session"})
    void isForTheTokensOfThisSiteAlone() {
        assertTrue(cookie(Server.shared()).matches(STRICT), cookie(Server.shared()));
        var susan = Somebody.register(Server.shared());
        assertTrue(susan.get("/me").header("Set-Cookie").isEmpty());
        assertTrue(susan.get("/posts").header("Set-Cookie").isEmpty());
    }

    @Test
    @Line("cookie.secure")
    void isSecureWhereTheServerIsReachedByHttps() {
        try (var server = Server.start(Map.of("BROADSIDE_PUBLIC_URL", "https://blog.example.org/under"))) {
            var cookie = cookie(server);
            assertTrue(
                    cookie.matches(
                            "refresh_token=[\\w-]{43}; Secure; HttpOnly; Path=/under/microblog/api/tokens; SameSite=Strict"),
                    cookie);
        }
    }

    @Test
    @Line("cookie.partitioned")
    void isForAnySiteWhereThatIsAskedFor() {
        try (var server = Server.start(Map.of("BROADSIDE_MICROBLOG_COOKIE", "partitioned"))) {
            var cookie = cookie(server);
            assertTrue(
                    cookie.matches(
                            "refresh_token=[\\w-]{43}; Secure; HttpOnly; Path=/microblog/api/tokens; SameSite=None; Partitioned"),
                    cookie);
        }
    }
}
