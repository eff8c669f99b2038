package broadside.kit.http;

import broadside.kit.problem.Problem;
import broadside.kit.problem.ProblemType;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Counts requests of this node against the limits: a token bucket for each policy and sender, forgotten when unused. Header fields
 * follow draft-ietf-httpapi-ratelimit-headers-10.
 */
public final class RateLimits {
    private static final int SENDERS = 100_000;

    private final double factor;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(SENDERS)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /** @param factor multiplies every quota; 0 switches the limits off */
    public RateLimits(double factor) {
        this.factor = factor;
    }

    /**
     * What is left after a request.
     *
     * @param policy value of the RateLimit-Policy field
     * @param state  value of the RateLimit field
     * @param delay   until the next request is allowed; zero when this one was
     */
    public record Verdict(String policy, String state, Duration delay) {
        boolean refused() {
            return !delay.isZero();
        }

        Problem problem() {
            return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Slow down; Retry-After tells when to come back.")
                    .retryAfter(delay)
                    .with("RateLimit-Policy", policy)
                    .with("RateLimit", state);
        }
    }

    boolean off() {
        return factor == 0;
    }

    /** Counts one request. */
    Verdict take(RateLimit limit, String sender) {
        var probe = bucket(limit, sender).tryConsumeAndReturnRemaining(1);
        var reset = seconds(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
        var policy = "\"" + limit.name() + "\";q=" + quota(limit) + ";w="
                + limit.window().toSeconds();
        var state = "\"" + limit.name() + "\";r=" + probe.getRemainingTokens() + ";t=" + reset;
        var delay = probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
        return new Verdict(policy, state, delay);
    }

    /** Counts one more act of a sender that is neither an account nor an address, such as a name tried at log-in. */
    public void require(RateLimit limit, String sender) {
        if (off()) {
            return;
        }
        var verdict = take(limit, sender);
        if (verdict.refused()) {
            throw verdict.problem();
        }
    }

    private Bucket bucket(RateLimit limit, String sender) {
        return buckets.get(limit.name() + ' ' + sender, key -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(quota(limit)).refillGreedy(quota(limit), limit.window()))
                .build());
    }

    private long quota(RateLimit limit) {
        return Math.max(1, Math.round(limit.quota() * factor));
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999) / 1_000_000_000;
    }
}
