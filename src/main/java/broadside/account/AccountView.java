package broadside.account;

import broadside.kit.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as it is shown. */
public record AccountView(
        long id,
        String username,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable String bioHtml,
        String avatarUrl,
        boolean locked,
        Instant createdAt,
        @Nullable Instant lastSeenAt,
        long posts,
        long followers,
        long following,
        Own own,
        int version) {
    /**
     * What only the account itself sees.
     *
     * @param picture the address of its own; null: none
     */
    public record Own(
            String email,
            boolean emailVerified,
            @Nullable String locale,
            Role role,
            @Nullable String picture) {}

    /** To anybody. */
    public void write(JsonWriter json) {
        json.id("id", id)
                .text("username", username)
                .text("displayName", displayName)
                .text("bio", bio)
                .text("bioHtml", bioHtml)
                .text("avatarUrl", avatarUrl)
                .flag("locked", locked)
                .time("createdAt", createdAt)
                .time("lastSeenAt", lastSeenAt)
                .object("counts", counts -> counts.number("posts", posts)
                        .number("followers", followers)
                        .number("following", following));
    }

    /** To the account itself. */
    public void writeOwn(JsonWriter json) {
        write(json);
        json.text("email", own.email())
                .flag("emailVerified", own.emailVerified())
                .text("locale", own.locale())
                .text("role", own.role().word());
    }
}
