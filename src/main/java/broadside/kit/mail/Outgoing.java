package broadside.kit.mail;

import broadside.kit.db.Sql;
import broadside.kit.db.Tx;
import io.vertx.core.Future;

/** Where mail waits to be sent. */
public final class Outgoing {
    private static final Sql ENQUEUE = Sql.of("insert into mail (recipient, subject, body) values (?, ?, ?)");

    private Outgoing() {}

    /** Puts a mail into the queue; it goes out only if the transaction commits. */
    public static Future<Void> enqueue(Tx tx, Mail mail) {
        return tx.execute(ENQUEUE.with(mail.recipient(), mail.subject(), mail.body()))
                .mapEmpty();
    }
}
