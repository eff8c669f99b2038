package broadside.cli.posts;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.ZipFile;

/** Finds out what a file or folder holds. */
final class PostFiles {
    /** Where an export has its posts. */
    private static final String EXPORTED = "posts.jsonl";

    private static final int ZIP = 'P' << 8 | 'K';

    private PostFiles() {}

    static Entries open(Path from, EntryReader reader, Clock clock) {
        try {
            if (Files.isDirectory(from)) {
                return new MarkdownFiles(MarkdownFolder.at(from), reader, clock);
            }
            if (!Files.isRegularFile(from)) {
                throw new StartupFailure(from + " is neither a file nor a folder.");
            }
            if (FileName.isMarkdown(from)) {
                return new MarkdownFiles(MarkdownFolder.of(from), reader, clock);
            }
            return isZip(from)
                    ? exported(from, reader)
                    : new JsonLines(from.getFileName().toString(), Files.newInputStream(from), reader, () -> {});
        } catch (IOException failure) {
            throw new StartupFailure(from + " cannot be read: " + failure.getMessage() + ".", failure);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return (in.read() << 8 | in.read()) == ZIP;
        }
    }

    private static Entries exported(Path file, EntryReader reader) throws IOException {
        var zip = new ZipFile(file.toFile());
        var posts = zip.getEntry(EXPORTED);
        if (posts == null) {
            zip.close();
            throw new StartupFailure(file + " is no export of Broadside: it has no " + EXPORTED + ".");
        }
        return new JsonLines(EXPORTED, zip.getInputStream(posts), reader, zip);
    }
}
