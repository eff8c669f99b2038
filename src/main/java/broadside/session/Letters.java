package broadside.session;

import broadside.kit.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * The mails of this room. Subjects are constant, so that nothing anybody chose can get into a header.
 */
public final class Letters {
    private final String publicUrl;
    private final String resetUrl;

    /**
     * Letters with links to these places.
     *
     * @param publicUrl where clients reach the API, without a slash at the end
     * @param resetUrl  the page where a new password is entered; null: our own
     */
    public Letters(String publicUrl, @Nullable String resetUrl) {
        this.publicUrl = publicUrl;
        this.resetUrl = resetUrl == null ? publicUrl + "/reset-password" : resetUrl;
    }

    Mail verification(String username, String email, Secret secret) {
        return letter(email, "Confirm your e-mail address", username, """
                an account with this e-mail address was opened for you. Please confirm that the address is yours:

                %s

                The link works once, for three days. If it was not you, ignore this mail: without your
                confirmation the address proves nothing.
                """.formatted(confirmation(secret)));
    }

    Mail change(String username, String email, Secret secret) {
        return letter(email, "Confirm your new e-mail address", username, """
                this is to become the e-mail address of your account. Please confirm it:

                %s

                The link works once, for a day; until then the old address stays. If it was not you, ignore this mail.
                """.formatted(confirmation(secret)));
    }

    Mail notice(String username, String email) {
        return letter(email, "Your e-mail address is about to change", username, """
                somebody who knows the password of your account asked to change its e-mail address. It changes as
                soon as the new address is confirmed.

                If it was you, there is nothing to do. If it was not you, change your password now: your account is
                at risk.
                """);
    }

    Mail moved(String username, String email) {
        return letter(email, "Your account has another e-mail address", username, """
                the e-mail address of your account was changed by somebody who is logged in there; this one is no longer
                its address.

                If it was you, there is nothing to do. If it was not you, write to the administrator of this site.
                """);
    }

    Mail reset(String username, String email, Secret secret) {
        return letter(email, "Set a new password", username, """
                somebody asked to set a new password for your account. Here it can be set:

                %s

                The link works once, for 30 minutes. If it was not you, ignore this mail: your password stays as it is.
                """.formatted(with(resetUrl, secret)));
    }

    private String confirmation(Secret secret) {
        return with(publicUrl + "/confirm-email", secret);
    }

    private static String with(String page, Secret secret) {
        return page + (page.contains("?") ? "&" : "?") + "token=" + secret.text();
    }

    private static Mail letter(String recipient, String subject, String username, String text) {
        return new Mail(recipient, subject, "Hello " + username + ",\n\n" + text);
    }
}
