package broadside.app;

import broadside.account.AccountProblems;
import broadside.account.Accounts;
import broadside.account.Standing;
import broadside.kit.db.Database;
import broadside.kit.db.DatabaseFailures;
import broadside.kit.db.Db;
import broadside.kit.db.Reads;
import broadside.kit.db.Wakeups;
import broadside.kit.event.EventReader;
import broadside.kit.event.Listening;
import broadside.kit.http.Corridor;
import broadside.kit.http.Dialect;
import broadside.kit.http.Proxies;
import broadside.kit.http.Traffic;
import broadside.kit.job.Job;
import broadside.kit.mail.Delivery;
import broadside.kit.password.Passwords;
import broadside.moderation.ReportProblems;
import broadside.post.PostProblems;
import broadside.post.Posts;
import broadside.series.SeriesProblems;
import broadside.session.PasswordChanges;
import broadside.session.Registrations;
import broadside.session.Sessions;
import broadside.transfer.Imports;
import broadside.transfer.Seeds;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** The object graph of the rooms, put together by hand. Building it reads the class path: not for an event loop. */
public final class Rooms {
    private final Parts parts;
    private final Proxies proxies;
    private final Delivery delivery;
    private final Listening listening;
    private final Backlog backlog;
    private final List<Dialect> dialects;

    Rooms(Vertx vertx, Config config, int port, Database database, Secrets secrets, Clock clock, MeterRegistry meters) {
        parts = new Parts(vertx, config, port, database, secrets, clock, meters);
        proxies = new Proxies(config.trustedProxies());
        delivery = new Delivery(parts.db, MailSettings.carrier(vertx, config), config.mailFrom());
        listening = new Listening(
                vertx, new EventReader(parts.reads), new Wakeups(vertx, database.address()), parts.authenticator::hear);
        backlog = new Backlog(listening, delivery).measuredBy(meters);
        dialects = new Apis(parts).of(config.dialects());
    }

    static DatabaseFailures failures() {
        var constraints = new HashMap<>(AccountProblems.constraints());
        constraints.putAll(PostProblems.constraints());
        constraints.putAll(SeriesProblems.constraints());
        constraints.putAll(ReportProblems.constraints());
        return new DatabaseFailures(constraints);
    }

    /** Every mapped class. */
    public static List<Class<?>> entities() {
        return Stream.of(Accounts.entities(), Sessions.entities(), Posts.entities())
                .flatMap(List::stream)
                .toList();
    }

    /** Every API: our own first. */
    public List<Dialect> dialects() {
        return dialects;
    }

    Corridor corridor(Traffic traffic) {
        return new Corridor(parts.vertx, dialects, parts.limits, proxies, traffic);
    }

    List<Job> jobs() {
        return Jobs.of(parts, delivery);
    }

    Listening listening() {
        return listening;
    }

    Backlog backlog() {
        return backlog;
    }

    public Posts posts() {
        return parts.posts;
    }

    public Db db() {
        return parts.db;
    }

    public Reads reads() {
        return parts.reads;
    }

    public Registrations registrations() {
        return parts.registrations;
    }

    public Passwords passwords() {
        return parts.passwords;
    }

    public Accounts accounts() {
        return parts.accounts;
    }

    public Standing standing() {
        return parts.standing;
    }

    public PasswordChanges passwordChanges() {
        return parts.changes;
    }

    public Imports imports() {
        return new Imports(parts.db, parts.registrations, parts.posts, parts.clock);
    }

    public Seeds seeds() {
        return new Seeds(parts.db, parts.registrations, parts.posts);
    }

    /** Writes down what is still only noted. */
    Future<Void> close() {
        parts.passwords.close();
        return parts.presence.write(parts.db).compose(done -> parts.authenticator.writeUses(parts.db));
    }
}
