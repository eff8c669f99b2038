package broadside.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes mails into a folder, where somebody who develops can read them. */
public final class MailFolder implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(MailFolder.class);

    private final Vertx vertx;
    private final Path folder;

    public MailFolder(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    @Override
    public Future<Void> carry(String from, Mail mail) {
        var name = Instant.now().toString().replace(":", "") + "-" + UUID.randomUUID() + ".eml";
        var file = folder.resolve(name).toString();
        return vertx.fileSystem()
                .mkdirs(folder.toString(), "rwx------")
                .compose(made -> vertx.fileSystem().writeFile(file, text(from, mail)))
                .onSuccess(written ->
                        LOG.info("No SMTP server is set (BROADSIDE_SMTP_URL): a mail was written to {}", file));
    }

    private static Buffer text(String from, Mail mail) {
        return Buffer.buffer("From: " + from + "\nTo: " + mail.recipient() + "\nSubject: " + mail.subject()
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + mail.body());
    }
}
