package broadside.cli.microblog;

import broadside.transfer.SourceFollow;
import broadside.transfer.SourceMessage;
import broadside.transfer.SourcePost;
import broadside.transfer.SourceUser;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a Microblog, whichever chapter of the tutorial it has come to. */
public final class Microblog implements AutoCloseable {
    private final SourceDatabase source;
    private final Edition edition;
    private final Map<Long, Instant> firstPosts;
    private final Map<Long, Instant> lookedAtMessages;
    private @Nullable Instant before;

    private Microblog(SourceDatabase source, Edition edition) {
        this.source = source;
        this.edition = edition;
        firstPosts = source.has(edition.posts, "timestamp")
                ? source.times(
                        "select \"user_id\", min(\"timestamp\") from \"" + edition.posts + "\" group by \"user_id\"")
                : Map.of();
        lookedAtMessages = source.has(edition.users, "last_message_read_time")
                ? source.times("select \"id\", \"last_message_read_time\" from \"" + edition.users + "\"")
                : Map.of();
    }

    /**
     * Opens it for reading; fails with one line for people.
     *
     * @param from    an address as SQLAlchemy has it, or the path of a SQLite file
     * @param edition null: whichever its tables show
     */
    static Microblog open(SourceAddress from, @Nullable Edition edition) {
        var source = SourceDatabase.open(from);
        try {
            return new Microblog(source, edition == null ? Edition.of(source.tables()) : edition);
        } catch (RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    Edition edition() {
        return edition;
    }

    Set<String> leftAlone() {
        return edition.leftAlone(source.tables());
    }

    Rows<SourceUser> users() {
        var columns = List.of("username", "email", "password_hash", "about_me", "first_seen", "last_seen");
        return new KeyedRows<>(source, edition.users, columns, this::user);
    }

    private SourceUser user(Cells cells) throws SQLException {
        return new SourceUser(
                cells.id(),
                cells.text("username"),
                cells.text("email"),
                cells.text("password_hash"),
                cells.text("about_me"),
                cells.time("first_seen"),
                cells.time("last_seen"),
                firstPosts.get(cells.id()),
                cells.changes());
    }

    Rows<SourcePost> posts() {
        before = null;
        var columns = List.of(edition.text, "timestamp", "user_id", "language");
        return new KeyedRows<>(source, edition.posts, columns, this::post);
    }

    private SourcePost post(Cells cells) throws SQLException {
        var text = cells.text(edition.text);
        var language = cells.text("language");
        var at = time(cells);
        return new SourcePost(cells.id(), cells.number("user_id"), text, language, at, cells.changes());
    }

    /** Where a row has no time it stands beside the row before it. */
    private @Nullable Instant time(Cells cells) throws SQLException {
        var own = cells.time("timestamp");
        if (own == null && before != null) {
            cells.change("had no time, is of the same time as the one before it");
        }
        before = own == null ? before : own;
        return before;
    }

    /** Nothing where this Microblog has no followers yet. */
    Optional<Rows<SourceFollow>> follows() {
        return source.has(Edition.FOLLOWERS, "follower_id", "followed_id")
                ? Optional.of(new FollowRows(source))
                : Optional.empty();
    }

    /** Nothing where this Microblog has no messages yet. */
    Optional<Rows<SourceMessage>> messages() {
        before = null;
        if (!source.has(Edition.MESSAGE, "id", "sender_id", "recipient_id", "body")) {
            return Optional.empty();
        }
        var columns = List.of("sender_id", "recipient_id", "body", "timestamp");
        return Optional.of(new KeyedRows<>(source, Edition.MESSAGE, columns, this::message));
    }

    private SourceMessage message(Cells cells) throws SQLException {
        var recipient = cells.number("recipient_id");
        var text = cells.text("body");
        var at = time(cells);
        var looked = recipient == null ? null : lookedAtMessages.get(recipient);
        var seen = looked != null && at != null && !at.isAfter(looked);
        return new SourceMessage(cells.id(), cells.number("sender_id"), recipient, text, at, seen, cells.changes());
    }

    @Override
    public void close() {
        source.close();
    }
}
