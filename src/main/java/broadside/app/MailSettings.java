package broadside.app;

import broadside.kit.mail.Carrier;
import broadside.kit.mail.MailFolder;
import broadside.kit.mail.Smtp;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Chooses who carries mail: an SMTP server, or a folder where none is set. */
final class MailSettings {
    private static final int SMTP_PORT = 587;
    private static final int SMTPS_PORT = 465;

    private MailSettings() {}

    static Carrier carrier(Vertx vertx, Config config) {
        var smtp = config.smtp();
        return smtp == null
                ? new MailFolder(vertx, config.dataFolder().resolve("mail"))
                : new Smtp(vertx, options(smtp));
    }

    private static MailConfig options(URI smtp) {
        var secure = smtp.getScheme().equals("smtps");
        var options = new MailConfig()
                .setHostname(smtp.getHost())
                .setPort(smtp.getPort() > 0 ? smtp.getPort() : secure ? SMTPS_PORT : SMTP_PORT)
                .setSsl(secure)
                .setStarttls(StartTLSOptions.OPTIONAL);
        var user = smtp.getRawUserInfo();
        if (user != null) {
            var parts = user.split(":", 2);
            options.setUsername(decode(parts[0])).setPassword(parts.length == 1 ? "" : decode(parts[1]));
        }
        return options;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
