package broadside.account;

import broadside.kit.json.Change;
import broadside.kit.json.Fields;
import broadside.kit.text.WebAddress;
import broadside.kit.text.WellFormed;
import io.vertx.core.json.JsonObject;

/** What somebody changes about her own profile. */
record AccountPatch(
        Change<String> displayName,
        Change<String> bio,
        Change<String> locale,
        Change<String> avatarUrl,
        Change<Boolean> locked) {
    private static final int BIO = 500;
    private static final int ADDRESS = 500;

    static AccountPatch from(JsonObject json) {
        var fields = new Fields(json);
        var patch = new AccountPatch(
                fields.change("displayName", AccountDraft.displayName(fields)),
                fields.text("bio")
                        .length(0, BIO)
                        .check(WellFormed::text, "well-formed", "It cannot be stored.")
                        .change(),
                fields.change("locale", AccountDraft.locale(fields)),
                fields.text("avatarUrl")
                        .length(0, ADDRESS)
                        .check(WebAddress::valid, "format", "It must be an http or https address.")
                        .change(),
                fields.change("locked", fields.flag("locked")));
        fields.notNull("locked");
        fields.done();
        return patch;
    }
}
