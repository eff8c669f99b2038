package broadside.transfer;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import broadside.kit.json.Times;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Private messages are kept as they were, out of everybody's sight, until there is a room for them. */
final class MessageIntake implements Intake<SourceMessage> {
    private static final int LONGEST = 100_000;
    private static final Sql KEEP = Sql.of("""
            insert into imported_message (sender_id, recipient_id, body, sent_at, seen) values (?, ?, ?, ?, ?) returning id""");

    private final Ledger ledger;
    private final Clock clock;

    MessageIntake(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.MESSAGE;
    }

    @Override
    public Future<List<Outcome>> take(Tx tx, List<SourceMessage> fresh) {
        var people = fresh.stream().flatMap(message -> Stream.of(message.sender(), message.recipient()));
        return ledger.accounts(tx, People.in(people)).compose(accounts -> ledger.claim(tx, accounts.values())
                .compose(claimed -> Intake.inTurn(fresh, message -> take(tx, message, accounts))));
    }

    private Future<Outcome> take(Tx tx, SourceMessage message, Map<Long, Long> accounts) {
        var fault = People.missing("sender", message.sender(), accounts)
                .or(() -> People.missing("recipient", message.recipient(), accounts))
                .or(() -> Written.fault(message.text(), LONGEST));
        return fault.isPresent()
                ? Future.succeededFuture(Outcome.skipped(message, fault.get()))
                : keep(tx, message, accounts);
    }

    private Future<Outcome> keep(Tx tx, SourceMessage message, Map<Long, Long> accounts) {
        var changes = new ArrayList<String>();
        var at = Times.stored(Written.at(message.at(), clock.instant(), changes));
        var sender = People.account(message.sender(), accounts);
        var recipient = People.account(message.recipient(), accounts);
        var kept = KEEP.with(sender, recipient, message.text(), at, message.seen());
        var id = ledger.rehearsal()
                ? Future.succeededFuture(0L)
                : tx.first(kept, row -> row.getLong("id")).map(found -> found.orElseThrow());
        return id.map(target -> Outcome.taken(message, target, changes));
    }
}
