package broadside.transfer;

import broadside.account.Newcomer;
import broadside.kit.db.Tx;
import broadside.kit.json.Times;
import broadside.kit.password.WerkzeugHash;
import broadside.session.Registrations;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users become accounts; nobody is left behind, whatever her name and address. */
final class UserIntake implements Intake<SourceUser> {
    private final Ledger ledger;
    private final Registrations registrations;
    private final Clock clock;
    private final FreeNames free;

    UserIntake(Ledger ledger, Registrations registrations, Clock clock) {
        this.ledger = ledger;
        this.registrations = registrations;
        this.clock = clock;
        this.free = new FreeNames();
    }

    @Override
    public Kind kind() {
        return Kind.USER;
    }

    @Override
    public Future<List<Outcome>> take(Tx tx, List<SourceUser> fresh) {
        return Intake.inTurn(fresh, user -> take(tx, user));
    }

    private Future<Outcome> take(Tx tx, SourceUser user) {
        var changes = new ArrayList<String>();
        var hash = hash(user.passwordHash(), changes);
        return free.identity(tx, user, changes)
                .map(identity -> newcomer(user, identity, changes))
                .compose(newcomer -> ledger.rehearsal()
                        ? Future.succeededFuture(free.reserve(newcomer, user.id()))
                        : registrations.open(tx, newcomer, hash))
                .map(account -> Outcome.taken(user, account, changes));
    }

    private static @Nullable String hash(@Nullable String hash, List<String> changes) {
        if (hash == null || hash.isEmpty()) {
            return null;
        }
        var fault = WerkzeugHash.fault(hash);
        fault.ifPresent(why -> changes.add("has no password until a reset: the hash of it " + why));
        return fault.isPresent() ? null : hash;
    }

    private Newcomer newcomer(SourceUser user, FreeNames.Identity identity, List<String> changes) {
        var now = clock.instant();
        var since = Stream.of(user.firstSeen(), user.lastSeen(), user.firstPost())
                .filter(time -> time != null && !time.isAfter(now))
                .map(Objects::requireNonNull)
                .min(Instant::compareTo)
                .orElse(now);
        return new Newcomer(
                identity.username(),
                identity.email(),
                null,
                bio(user.aboutMe(), changes),
                Times.stored(since),
                lastSeen(user.lastSeen(), now, changes));
    }

    private static @Nullable String bio(@Nullable String text, List<String> changes) {
        if (text == null || text.codePointCount(0, text.length()) <= Newcomer.BIO) {
            return text;
        }
        changes.add("had more than " + Newcomer.BIO + " characters to say of herself, the rest is cut off");
        return text.substring(0, text.offsetByCodePoints(0, Newcomer.BIO));
    }

    private static @Nullable Instant lastSeen(@Nullable Instant time, Instant now, List<String> changes) {
        if (time == null || !time.isAfter(now)) {
            return time == null ? null : Times.stored(time);
        }
        changes.add("was seen at a time to come, was seen now");
        return Times.stored(now);
    }
}
