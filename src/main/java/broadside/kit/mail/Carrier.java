package broadside.kit.mail;

import io.vertx.core.Future;

/** Takes one mail to where it goes. */
public interface Carrier {
    Future<Void> carry(String from, Mail mail);
}
