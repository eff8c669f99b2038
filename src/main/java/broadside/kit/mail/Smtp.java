package broadside.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;

/** Sends by SMTP. */
public final class Smtp implements Carrier {
    private final MailClient client;

    public Smtp(Vertx vertx, MailConfig options) {
        client = MailClient.create(vertx, options);
    }

    @Override
    public Future<Void> carry(String from, Mail mail) {
        return client.sendMail(new MailMessage(from, mail.recipient(), mail.subject(), mail.body()))
                .mapEmpty();
    }
}
