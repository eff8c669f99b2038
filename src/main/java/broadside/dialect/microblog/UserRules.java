package broadside.dialect.microblog;

import broadside.account.Handle;
import broadside.kit.text.Email;
import broadside.kit.text.Name;
import broadside.session.Registrations;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** What names, addresses and passwords may be here. */
final class UserRules {
    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EMAIL = 120;
    private static final int LONGEST_ABOUT = 140;
    private static final int SHORTEST_PASSWORD = 3;

    private final Registrations registrations;

    UserRules(Registrations registrations) {
        this.registrations = registrations;
    }

    BodyText username(BodyText name) {
        return name.between(SHORTEST_NAME, LONGEST_NAME)
                .storable()
                .then(text -> !Name.violations(text).contains(Name.Violation.FIRST_LETTER), Texts.FIRST_LETTER)
                .then(Handle::fits, Texts.NAME_TAKEN);
    }

    static BodyText email(BodyText email) {
        return email.atMost(LONGEST_EMAIL).rule(text -> Email.ascii(text) != null, Texts.NO_EMAIL);
    }

    static BodyText newPassword(BodyText password) {
        return password.atLeast(SHORTEST_PASSWORD);
    }

    static BodyText about(Body body) {
        return body.nullable("about_me").atMost(LONGEST_ABOUT).storable();
    }

    /**
     * Says of a name and an address that are right by themselves whether somebody has them.
     *
     * @param self whose own are free to her; null: nobody's
     */
    Future<Void> refuseTaken(Body body, @Nullable Long self) {
        var username = body.sound("username");
        var email = body.sound("email");
        if (username == null && email == null) {
            return Future.succeededFuture();
        }
        return registrations.taken(orNobodys(username), orNobodys(email), self).map(taken -> {
            if (username != null && taken.username()) {
                body.reject("username", Texts.NAME_TAKEN);
            }
            if (email != null && taken.email()) {
                body.reject("email", Texts.EMAIL_TAKEN);
            }
            return null;
        });
    }

    private static String orNobodys(@Nullable String text) {
        return text == null ? "" : text;
    }
}
