package broadside.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.Reply;
import broadside.testing.Server;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What crawlers take from {@code robots.txt}. */
class RobotsTest {
    private static final String SITE = "http://localhost:" + Server.shared().port();

    private static BaseRobotRules rules(String site, Reply reply) {
        assertEquals(
                "text/plain; charset=utf-8",
                reply.expect(200).header("Content-Type").orElseThrow());
        return new SimpleRobotRulesParser()
                .parseContent(site + "/robots.txt", reply.body().getBytes(), "text/plain", List.of("somebot"));
    }

    private static boolean mayRead(String path) {
        return rules(SITE, Server.shared().client().get("/robots.txt")).isAllowed(SITE + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/v1/posts",
                "/v1/posts?limit=100",
                "/v1/posts/17",
                "/v1/articles/on-engines",
                "/v1/accounts/ada",
                "/v1/accounts/ada/posts",
                "/v1/mexico",
                "/feeds/atom",
                "/feeds/rss/tags/search",
                "/sitemap.xml",
                "/sitemap-1.xml",
                "/.well-known/api-catalog"
            })
    void publicReadingIsAllowed(String path) {
        assertEquals(true, mayRead(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me",
                "/v1/me/timeline",
                "/v1/sessions",
                "/v1/moderation/reports",
                "/v1/search/posts?q=x",
                "/feeds/atom/search?q=x",
                "/reset-password?token=x",
                "/v1/posts?limit=3&cursor=abc",
                "/feeds/atom?cursor=abc"
            })
    void whatIsOfNoUseIsNot(String path) {
        assertEquals(false, mayRead(path));
    }

    @Test
    void theSitemapIsNamed() {
        var rules = rules(SITE, Server.shared().client().get("/robots.txt"));
        assertEquals(List.of(SITE + "/sitemap.xml"), rules.getSitemaps());
    }

    /** Where the API is not the whole of its host, paths are still those that a crawler sees. */
    @Test
    void pathsAreThoseOfThePublicAddress() {
        var site = "https://blog.example.org";
        try (var server = Server.start(Map.of("BROADSIDE_PUBLIC_URL", site + "/api/"))) {
            var rules = rules(site, server.client().get("/robots.txt"));
            assertEquals(List.of(site + "/api/sitemap.xml"), rules.getSitemaps());
            assertEquals(true, rules.isAllowed(site + "/api/v1/posts"));
            assertEquals(false, rules.isAllowed(site + "/api/v1/me"));
            assertEquals(false, rules.isAllowed(site + "/api/v1/posts?cursor=abc"));
        }
    }
}
