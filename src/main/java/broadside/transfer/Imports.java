package broadside.transfer;

import broadside.kit.db.Db;
import broadside.post.Posts;
import broadside.session.Registrations;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The door of what comes from elsewhere. */
public final class Imports {
    private final Db db;
    private final Registrations registrations;
    private final Posts posts;
    private final Clock clock;

    public Imports(Db db, Registrations registrations, Posts posts, Clock clock) {
        this.db = db;
        this.registrations = registrations;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * Begins to bring what a source has.
     *
     * @param source    what the source is known by, the same at every run, at most 300 code points
     * @param rehearsal whether only to say what would become of each row
     */
    public Run from(String source, boolean rehearsal) {
        return new Run(new Ledger(source, rehearsal));
    }

    /**
     * One run. Each batch is one transaction, which also notes what it has taken: a run that was cut off is repeated without harm,
     * and so is a batch.
     */
    public final class Run {
        private final Ledger ledger;
        private final UserIntake users;
        private final PostIntake notes;
        private final FollowIntake follows;
        private final MessageIntake messages;
        private final EntryIntake entries;
        private final Repeats repeats = new Repeats();

        private Run(Ledger ledger) {
            this.ledger = ledger;
            users = new UserIntake(ledger, registrations, clock);
            notes = new PostIntake(ledger, posts, clock);
            follows = new FollowIntake(ledger, clock);
            messages = new MessageIntake(ledger, clock);
            entries = new EntryIntake(ledger, posts);
        }

        public Future<List<Outcome>> users(List<SourceUser> batch) {
            return bring(users, batch);
        }

        /** Posts of users that were brought before. */
        public Future<List<Outcome>> posts(List<SourcePost> batch) {
            return bring(notes, batch);
        }

        public Future<List<Outcome>> follows(List<SourceFollow> batch) {
            return bring(follows, batch);
        }

        public Future<List<Outcome>> messages(List<SourceMessage> batch) {
            return bring(messages, batch);
        }

        /** Posts of people who have an account here already. What stands in the source twice is taken once. */
        public Future<List<Outcome>> entries(List<SourceEntry> batch) {
            repeats.begin(batch);
            return bring(entries, batch).map(repeats::judge);
        }

        private <R extends SourceRow> Future<List<Outcome>> bring(Intake<R> intake, List<R> batch) {
            return db.transaction(tx -> ledger.open(tx)
                    .compose(open -> ledger.known(tx, intake.kind(), keys(batch)))
                    .compose(known -> {
                        var fresh = batch.stream()
                                .filter(row -> !known.containsKey(row.key()))
                                .toList();
                        return intake.take(tx, fresh).compose(outcomes -> ledger.note(tx, intake.kind(), outcomes)
                                .map(noted -> withPresent(batch, known, outcomes)));
                    }));
        }

        private static List<String> keys(List<? extends SourceRow> batch) {
            return batch.stream().map(SourceRow::key).toList();
        }

        private static List<Outcome> withPresent(
                List<? extends SourceRow> batch, Map<String, Long> known, List<Outcome> outcomes) {
            var present = batch.stream().flatMap(row -> Stream.ofNullable(known.get(row.key()))
                    .map(target -> Outcome.present(row, target)));
            return Stream.concat(present, outcomes.stream()).toList();
        }
    }
}
