package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final RateLimit LIMIT = new RateLimit("test", 4, Duration.ofDays(1));

    @Test
    void countsDownAndRefuses() {
        var limits = new RateLimits(1);
        for (int left = 3; left >= 0; left--) {
            var verdict = limits.take(LIMIT, "somebody");
            assertFalse(verdict.refused());
            assertEquals("\"test\";q=4;w=86400", verdict.policy());
            assertTrue(verdict.state().matches("\"test\";r=" + left + ";t=\\d+"), verdict.state());
        }
        var refused = limits.take(LIMIT, "somebody");
        assertTrue(refused.refused());
        assertTrue(refused.state().startsWith("\"test\";r=0;t="), refused.state());
        assertFalse(limits.take(LIMIT, "somebody else").refused());
    }

    @Test
    void tellsWhenToComeBack() {
        var limits = new RateLimits(0.25);
        limits.require(LIMIT, "somebody");
        var problem = assertThrows(Problem.class, () -> limits.require(LIMIT, "somebody"));
        assertEquals("too-many-requests", problem.type().code());
        long wait = Long.parseLong(problem.headers().get("Retry-After"));
        assertTrue(wait > 86_000 && wait <= 86_400, "after " + wait + " s");
        assertEquals("\"test\";q=1;w=86400", problem.headers().get("RateLimit-Policy"));
    }

    @Test
    void theFactorSizesEveryQuota() {
        assertEquals("\"test\";q=8;w=86400", new RateLimits(2).take(LIMIT, "a").policy());
        assertEquals(
                "\"test\";q=1;w=86400", new RateLimits(0.001).take(LIMIT, "a").policy());
        var off = new RateLimits(0);
        assertTrue(off.off());
        for (int i = 0; i < 10; i++) {
            off.require(LIMIT, "somebody");
        }
    }

    @Test
    void onePolicyDoesNotCountForAnother() {
        var limits = new RateLimits(0.25);
        limits.require(LIMIT, "somebody");
        limits.require(new RateLimit("other", 4, Duration.ofDays(1)), "somebody");
    }
}
