package broadside.dialect.realworld;

import broadside.account.AccountDraft;
import broadside.account.Handle;
import broadside.account.IdentityPatch;
import broadside.account.Newcomer;
import broadside.kit.http.Call;
import broadside.kit.json.Change;
import broadside.kit.json.Fields;
import broadside.kit.text.Email;
import broadside.kit.text.WebAddress;
import broadside.kit.text.WellFormed;
import org.jspecify.annotations.Nullable;

/** What somebody says of herself. Names and addresses are stripped of blanks around them. */
final class Person {
    /** As many characters a password may have, so that it opens the other APIs too. */
    private static final int LONGEST_PASSWORD = 256;

    private static final int SHORTEST_PASSWORD = 8;

    private Person() {}

    /** Who registers. */
    record Draft(AccountDraft account, String password) {
        static Draft from(Call call) {
            var fields = Envelope.open(call, "user").fields();
            var username = username(fields);
            var email = email(fields);
            var password = Person.password(fields, 1);
            fields.judge();
            return new Draft(new AccountDraft(username, email, null, null), password);
        }

        /** Without the password, which has no place in a log. */
        @Override
        public String toString() {
            return "registration of " + account.username();
        }
    }

    /**
     * Who changes.
     *
     * @param password null: it stays
     */
    record Patch(IdentityPatch identity, @Nullable String password) {
        static Patch from(Call call) {
            var fields = Envelope.open(call, "user").fields();
            var username = fields.has("username") ? username(fields) : null;
            var email = fields.has("email") ? email(fields) : null;
            var password = fields.has("password") ? Person.password(fields, SHORTEST_PASSWORD) : null;
            var identity = new IdentityPatch(
                    fields.change("username", username), fields.change("email", email), bio(fields), image(fields));
            fields.judge();
            return new Patch(identity, password);
        }

        /** Without the password, which has no place in a log. */
        @Override
        public String toString() {
            return "change of " + identity.username();
        }
    }

    private static String username(Fields fields) {
        var name = Envelope.needed(fields, "username").strip();
        fields.text("username").check(text -> Handle.fits(name), "format", "It is not allowed.");
        return name;
    }

    private static String email(Fields fields) {
        var address = Envelope.needed(fields, "email").strip();
        fields.text("email").check(text -> Email.valid(address), "format", "It is not an e-mail address.");
        return address;
    }

    private static String password(Fields fields, int least) {
        Envelope.needed(fields, "password");
        return fields.text("password").length(least, LONGEST_PASSWORD).orEmpty();
    }

    private static Change<String> bio(Fields fields) {
        return emptied(fields.text("bio")
                .length(0, Newcomer.BIO)
                .check(WellFormed::text, "well-formed", "It cannot be stored.")
                .change());
    }

    private static Change<String> image(Fields fields) {
        return emptied(fields.text("image")
                .check(
                        text -> text.isEmpty() || WebAddress.valid(text),
                        "format",
                        "It is not an http or https address of at most 500 characters.")
                .change());
    }

    /** An empty text is none. */
    private static Change<String> emptied(Change<String> change) {
        return "".equals(change.value()) ? new Change<>(change.given(), null) : change;
    }
}
