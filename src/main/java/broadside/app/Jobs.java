package broadside.app;

import broadside.explore.Rankings;
import broadside.follow.Departures;
import broadside.follow.Unlocked;
import broadside.kit.job.Job;
import broadside.kit.mail.Delivery;
import broadside.post.ClosedAccounts;
import broadside.reaction.Leavers;
import broadside.session.Purge;
import broadside.tag.PopularTags;
import java.time.Duration;
import java.util.List;

/** What the rooms do by themselves, again and again. */
final class Jobs {
    private Jobs() {}

    static List<Job> of(Parts parts, Delivery delivery) {
        var db = parts.db;
        var clock = parts.clock;
        var purge = new Purge(db, clock);
        var housekeeping = new Housekeeping(db);
        var popular = new PopularTags(db, clock);
        var closed = new ClosedAccounts(
                db, parts.accounts, List.of(new Departures(db)::takeBack, new Leavers(db)::takeBack));
        var unlocked = new Unlocked(db, clock);
        return List.of(
                new Job("publishing what is due", Duration.ofSeconds(1), parts.posts::publishDue),
                new Job("accepting who waits for unlocked accounts", Duration.ofSeconds(1), unlocked::accept),
                new Job("ranking tags", Duration.ofSeconds(10), popular::rank),
                new Job("sending mail", Duration.ofSeconds(1), delivery::deliver),
                new Job("removing closed accounts", Duration.ofSeconds(5), closed::remove),
                new Job("ranking what is worth a look", Duration.ofSeconds(5), new Rankings(db, clock)::compute),
                new Job("noting who was seen", Duration.ofSeconds(5), () -> parts.presence.write(db)),
                new Job("noting tokens that were used", Duration.ofSeconds(5), () -> parts.authenticator.writeUses(db)),
                new Job("clearing away what has expired", Duration.ofMinutes(5), purge::run),
                new Job("clearing away old events and answers", Duration.ofMinutes(5), housekeeping::run));
    }
}
