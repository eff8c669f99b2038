package broadside.app.export;

import broadside.kit.db.OwnedRows.Line;
import broadside.kit.text.Slug;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Lays out the zip: posts of all in one list, everything else by account. */
final class ExportFile {
    private final ZipOutputStream zip;
    private final LongConsumer watcher;

    /** @param watcher hears of each post that is written */
    ExportFile(ZipOutputStream zip, LongConsumer watcher) {
        this.zip = zip;
        this.watcher = watcher;
    }

    void whole(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    void posts(Listing posts) throws IOException {
        lines("posts.jsonl", posts::next, true);
    }

    /**
     * Writes what one account has.
     *
     * @param account as a line
     * @param posts   to become files; null: they do not
     */
    void account(Line account, @Nullable Listing posts, List<Listing> listings) throws IOException {
        var folder = folder(account);
        whole(folder + "account.json", account.json().appendByte((byte) '\n').getBytes());
        for (var listing : listings) {
            if (has(listing, account)) {
                lines(folder + listing.name() + ".jsonl", () -> listing.next(account.owner()), false);
            }
        }
        if (posts != null) {
            files(folder + "posts/", account, posts);
        }
    }

    private static boolean has(Listing listing, Line account) {
        var next = listing.peek();
        return next != null && next.owner() == account.owner();
    }

    /** Names may hold whatever can be seen: of them the folder has what a slug would. */
    private static String folder(Line account) {
        var username = account.json().toJsonObject().getString("username");
        return "accounts/" + account.owner() + "-" + Slug.from(username, "account") + "/";
    }

    private void lines(String name, Supplier<@Nullable Line> lines, boolean watched) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (var line = lines.get(); line != null; line = lines.get()) {
            write(line.json());
            zip.write('\n');
            watcher.accept(watched ? 1 : 0);
        }
        zip.closeEntry();
    }

    private void write(Buffer json) throws IOException {
        zip.write(json.getBytes());
    }

    private void files(String folder, Line account, Listing posts) throws IOException {
        for (var post = posts.next(account.owner()); post != null; post = posts.next(account.owner())) {
            var file = MarkdownFile.of(post.json());
            whole(folder + file.name(), file.content());
            watcher.accept(1);
        }
    }
}
