package broadside.account;

import broadside.kit.json.Times;
import broadside.kit.text.CaseFold;
import broadside.kit.text.Email;
import broadside.kit.text.Markdown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody with a name here. */
@Entity(name = "account")
// Some columns are written here and read by queries only.
@SuppressWarnings("UnusedVariable")
final class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(columnDefinition = "text")
    private String username = "";

    @Column(columnDefinition = "text")
    private String usernameKey = "";

    @Column(columnDefinition = "text")
    private String email = "";

    @Column(columnDefinition = "text")
    private String emailKey = "";

    private @Nullable Instant emailVerifiedAt;

    @Column(columnDefinition = "text")
    private @Nullable String displayName;

    @Column(columnDefinition = "text")
    private @Nullable String bio;

    @Column(columnDefinition = "text")
    private @Nullable String bioHtml;

    @Column(columnDefinition = "text")
    private @Nullable String locale;

    @Column(columnDefinition = "text")
    private @Nullable String avatarUrl;

    /** Whoever wants to follow it has to ask. */
    private boolean locked;

    @Column(columnDefinition = "text")
    private String role = Role.AUTHOR.word();

    private @Nullable Instant suspendedAt;

    @Column(columnDefinition = "text")
    private @Nullable String suspendedReason;

    private @Nullable Instant closedAt;
    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    @Version
    private int version;

    Account() {}

    static Account register(AccountDraft draft, Role role, Instant now) {
        var account = new Account();
        account.username = draft.username();
        account.usernameKey = CaseFold.key(draft.username());
        account.email = draft.email();
        account.emailKey = Email.key(draft.email());
        account.displayName = draft.displayName();
        account.locale = draft.locale();
        account.role = role.word();
        account.createdAt = Times.stored(now);
        account.updatedAt = account.createdAt;
        return account;
    }

    static Account settle(Newcomer newcomer) {
        var draft = new AccountDraft(newcomer.username(), newcomer.email(), newcomer.displayName(), null);
        var account = register(draft, Role.AUTHOR, newcomer.since());
        account.describe(newcomer.bio());
        return account;
    }

    /** Whether that unlocks it. */
    boolean edit(AccountPatch patch, Instant now) {
        displayName = patch.displayName().after(displayName);
        describe(patch.bio().after(bio));
        locale = patch.locale().after(locale);
        avatarUrl = patch.avatarUrl().after(avatarUrl);
        var before = locked;
        locked = patch.locked().afterOf(locked);
        touch(now);
        return before && !locked;
    }

    /** Whether that takes another name, which is given out for good. */
    boolean identify(IdentityPatch patch, Instant now) {
        var before = usernameKey;
        username = patch.username().afterOf(username);
        usernameKey = CaseFold.key(username);
        readdress(patch.email().afterOf(email));
        describe(patch.bio().after(bio));
        avatarUrl = patch.avatarUrl().after(avatarUrl);
        touch(now);
        return !usernameKey.equals(before);
    }

    /** Another address is nobody's own until a link that was mailed to it is followed. */
    private void readdress(String address) {
        emailVerifiedAt = address.equals(email) ? emailVerifiedAt : null;
        email = address;
        emailKey = Email.key(address);
    }

    /** What she says of herself, and nothing else. */
    void describe(String text, Instant now) {
        describe(text);
        touch(now);
    }

    private void describe(@Nullable String text) {
        bio = text;
        bioHtml = text == null ? null : Markdown.render(text).html();
    }

    /** Whether this very address is known to be hers. */
    boolean owns(String address) {
        return emailVerifiedAt != null && email.equals(address);
    }

    /** The address is hers: she followed a link that was mailed to it. */
    void confirmEmail(String address, Instant now) {
        email = address;
        emailKey = Email.key(address);
        emailVerifiedAt = Times.stored(now);
        touch(now);
    }

    /** Whether that changes anything. */
    boolean suspend(@Nullable String reason, Instant now) {
        if (suspended() && Objects.equals(reason, suspendedReason)) {
            return false;
        }
        suspendedAt = Times.stored(now);
        suspendedReason = reason;
        touch(now);
        return true;
    }

    /** Whether that changes anything. */
    boolean restore(Instant now) {
        var changes = suspended();
        if (changes) {
            suspendedAt = null;
            suspendedReason = null;
            touch(now);
        }
        return changes;
    }

    /**
     * Out of sight at once, and nothing personal left; the name stays until everything that hangs on the account is removed. The
     * address is free for another account.
     */
    void close(Instant now) {
        closedAt = Times.stored(now);
        suspendedAt = closedAt;
        email = "closed-" + id();
        emailKey = email;
        emailVerifiedAt = null;
        displayName = null;
        bio = null;
        bioHtml = null;
        locale = null;
        avatarUrl = null;
        touch(now);
    }

    /** Whether that changes anything. */
    boolean promote(Role to, Instant now) {
        var changes = role() != to;
        if (changes) {
            role = to.word();
            touch(now);
        }
        return changes;
    }

    /** An edit is later than the one before it, even where the clock is not. */
    private void touch(Instant now) {
        var next = updatedAt.plusMillis(1);
        updatedAt = Times.stored(now.isAfter(next) ? now : next);
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    String usernameKey() {
        return usernameKey;
    }

    Role role() {
        return Role.of(role);
    }

    boolean closed() {
        return closedAt != null;
    }

    boolean suspended() {
        return suspendedAt != null;
    }

    Identity identity() {
        return new Identity(username, email);
    }

    int version() {
        return version;
    }
}
