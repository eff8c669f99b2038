package broadside.dialect.microblog;

import broadside.kit.json.JsonWriter;
import broadside.session.Profile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Somebody as this API shows her. Members stand in the order of the alphabet. */
final class UserJson {
    private UserJson() {}

    /** @param viewer who asks: her own address is shown to nobody but herself */
    static void write(JsonWriter json, Profile user, long viewer) {
        var path = Microblog.API + "/users/" + user.id();
        json.text("about_me", user.bio())
                .text("avatar_url", avatar(user.email()))
                .text("email", user.id() == viewer ? user.email() : "")
                .text("first_seen", Moment.text(user.since()))
                .flag("has_password", user.hasPassword())
                .number("id", user.id())
                .text("last_seen", Moment.text(user.lastSeen()))
                .text("posts_url", path + "/posts")
                .text("url", path)
                .text("username", user.username());
    }

    /** Gravatar's, in the form by MD5 that clients of this API add a size to. */
    private static String avatar(String email) {
        return "https://www.gravatar.com/avatar/" + md5(email.toLowerCase(Locale.ROOT)) + "?d=identicon";
    }

    private static String md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
