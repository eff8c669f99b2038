package broadside.dialect.microblog;

import broadside.kit.http.Cursors;
import broadside.kit.problem.Problem;
import io.vertx.core.Vertx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All providers people may log in with, and the states that tie an answer of theirs to the browser that asked. */
public final class Providers {
    /** How long somebody may take to agree. */
    private static final Duration LASTING = Duration.ofMinutes(10);

    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Provider> all;
    private final String redirectUrl;
    private final ProviderClient client;
    private final Cursors seals;
    private final Clock clock;

    /**
     * @param redirectUrl page of the client that providers lead back to, with {@code {provider}} for the name
     * @param seals       with the key of this database, so that any node knows a state of another
     */
    public Providers(Vertx vertx, List<Provider> all, String redirectUrl, Cursors seals, Clock clock) {
        this.all = List.copyOf(all);
        this.redirectUrl = redirectUrl;
        this.client = new ProviderClient(vertx);
        this.seals = seals;
        this.clock = clock;
    }

    /** Fails with 404 where there is none of this name. */
    Provider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    ProviderClient client() {
        return client;
    }

    String redirectUrl(Provider provider) {
        return redirectUrl.replace("{provider}", provider.name());
    }

    /** A state nobody can guess or make, good for this provider and a while. */
    String state(Provider provider) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var end = clock.instant().plus(LASTING).getEpochSecond();
        var place = ByteBuffer.allocate(RANDOM_BYTES + Long.BYTES).put(random).putLong(end);
        return seals.seal(list(provider), place.array());
    }

    /** Whether it is the state this browser was given for this provider, not long ago. */
    boolean matches(Provider provider, String told, @Nullable String kept) {
        return kept != null
                && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8))
                && lasts(provider, kept);
    }

    private boolean lasts(Provider provider, String state) {
        try {
            var place = seals.open(list(provider), state);
            return place.remaining() == RANDOM_BYTES + Long.BYTES
                    && Instant.ofEpochSecond(place.getLong(RANDOM_BYTES)).isAfter(clock.instant());
        } catch (Problem altered) {
            return false;
        }
    }

    private static String list(Provider provider) {
        return "state of " + provider.name();
    }
}
