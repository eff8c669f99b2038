package broadside.session;

import broadside.kit.json.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A log-in on a device. It lasts as long as somebody comes back often enough. */
@Entity(name = "session")
final class Session {
    /** How long it lasts without being used; its newest refresh token lasts as long. */
    static final Duration UNUSED = Duration.ofDays(30);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long accountId;

    @Column(columnDefinition = "text")
    private @Nullable String device;

    @Column(columnDefinition = "text")
    private String address = "";

    private Instant createdAt = Instant.EPOCH;
    private Instant lastUsedAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;

    Session() {}

    static Session begin(long account, Origin origin, Instant now) {
        var session = new Session();
        session.accountId = account;
        session.device = origin.device();
        session.createdAt = Times.stored(now);
        session.use(origin.address(), session.createdAt);
        return session;
    }

    /** Somebody came back from this address. */
    void use(String from, Instant now) {
        address = from;
        lastUsedAt = Times.stored(now);
        expiresAt = lastUsedAt.plus(UNUSED);
    }

    /** Another time than the usual one, counted from its last use. */
    void last(Duration unused) {
        expiresAt = lastUsedAt.plus(unused);
    }

    boolean over(Instant now) {
        return !expiresAt.isAfter(now);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    long accountId() {
        return accountId;
    }
}
