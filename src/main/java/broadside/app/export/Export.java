package broadside.app.export;

import broadside.account.AccountHoldings;
import broadside.account.AccountQueries;
import broadside.app.backup.NewFile;
import broadside.app.backup.Watcher;
import broadside.follow.FollowHoldings;
import broadside.kit.db.DatabaseAddress;
import broadside.kit.db.OwnedRows;
import broadside.kit.db.Snapshot;
import broadside.kit.json.JsonWriter;
import broadside.kit.problem.StartupFailure;
import broadside.kit.text.CaseFold;
import broadside.moderation.ReportHoldings;
import broadside.post.PostHoldings;
import broadside.reaction.ReactionHoldings;
import broadside.series.SeriesHoldings;
import broadside.session.SessionHoldings;
import broadside.tag.TagHoldings;
import broadside.transfer.MessageHoldings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what one account has, or all have, into a file, as it is at one moment, whoever reads and writes meanwhile. Blocks. */
public final class Export {
    private static final String FORMAT = "broadside-export";
    private static final int VERSION = 1;
    /** All but accounts and posts, each a list of its own in the folder of its owner. */
    private static final List<OwnedRows> LISTS = Stream.of(
                    AccountHoldings.ALL,
                    SessionHoldings.ALL,
                    FollowHoldings.ALL,
                    PostHoldings.ALL,
                    SeriesHoldings.ALL,
                    TagHoldings.ALL,
                    ReactionHoldings.ALL,
                    ReportHoldings.ALL,
                    MessageHoldings.ALL)
            .flatMap(List::stream)
            .toList();

    private final DatabaseAddress address;
    private final String program;
    private final Clock clock;

    /** @param program its version */
    public Export(DatabaseAddress address, String program, Clock clock) {
        this.address = address;
        this.program = program;
        this.clock = clock;
    }

    /**
     * What was asked for.
     *
     * @param account  its name; null: all
     * @param markdown whether each post is a file as well
     */
    public record Order(Path file, @Nullable String account, boolean markdown) {}

    /** What was written. */
    public record Written(long accounts, long posts, long bytes) {}

    /**
     * Writes a file that was not there before, for its owner's eyes only; it appears when it is whole.
     *
     * @throws StartupFailure when that is not possible
     */
    public Written to(Order order, Watcher.Source source) {
        var vertx = Vertx.vertx();
        try {
            var counts = NewFile.write(order.file(), "export", zip -> write(vertx, order, zip, source));
            return new Written(
                    counts.getOrDefault("accounts", 0L), counts.getOrDefault("posts", 0L), Files.size(order.file()));
        } catch (IOException failure) {
            throw new StartupFailure("The export " + order.file() + " cannot be looked at: " + failure + ".", failure);
        } finally {
            Patience.await(vertx.close());
        }
    }

    private Map<String, Long> write(Vertx vertx, Order order, ZipOutputStream zip, Watcher.Source source)
            throws IOException {
        var snapshot = Patience.await(Snapshot.open(vertx, address));
        try {
            var owner = owner(snapshot, order.account());
            var posts = Patience.await(PostHoldings.count(snapshot, owner));
            try (var watcher = source.watch("export", order.markdown() ? 2 * posts : posts)) {
                return write(snapshot, order, owner, new ExportFile(zip, watcher::step));
            }
        } finally {
            Patience.await(snapshot.close());
        }
    }

    private static @Nullable Long owner(Snapshot snapshot, @Nullable String account) {
        if (account == null) {
            return null;
        }
        var found =
                Patience.await(AccountQueries.ids(snapshot, List.of(account))).get(CaseFold.key(account));
        if (found == null) {
            throw new StartupFailure("There is no account " + account + ".");
        }
        return found;
    }

    private Map<String, Long> write(Snapshot snapshot, Order order, @Nullable Long owner, ExportFile file)
            throws IOException {
        var at = clock.instant();
        file.whole("README.txt", readme());
        var posts = Listing.of(PostHoldings.IN_ORDER, snapshot, owner);
        file.posts(posts);
        var files = order.markdown() ? Listing.of(PostHoldings.BY_AUTHOR, snapshot, owner) : null;
        var lists =
                LISTS.stream().map(rows -> Listing.of(rows, snapshot, owner)).toList();
        var accounts = Listing.of(AccountHoldings.ACCOUNTS, snapshot, owner);
        for (var account = accounts.next(); account != null; account = accounts.next()) {
            file.account(account, files, lists);
        }
        var counts = new TreeMap<String, Long>();
        Stream.concat(Stream.of(accounts, posts), lists.stream())
                .forEach(list -> counts.put(list.name(), list.taken()));
        file.whole(
                "manifest.json",
                JsonWriter.object(json -> json.text("format", FORMAT)
                                .number("version", VERSION)
                                .text("program", program)
                                .moment("at", at)
                                .text("account", order.account())
                                .object("counts", members -> counts.forEach(members::number)))
                        .getBytes());
        return counts;
    }

    private static byte[] readme() throws IOException {
        try (InputStream text = Export.class.getResourceAsStream("/export/README.txt")) {
            return Objects.requireNonNull(text, "README.txt").readAllBytes();
        }
    }
}
