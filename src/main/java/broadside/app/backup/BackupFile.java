package broadside.app.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup to read from. */
final class BackupFile implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws StartupFailure when there is none, or none that is whole */
    static BackupFile open(Path path) {
        try {
            var zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, manifest(path, zip));
            } catch (IOException | RuntimeException failure) {
                zip.close();
                throw failure;
            }
        } catch (ZipException wrong) {
            throw new StartupFailure(path + " is not a backup, or is damaged: " + wrong.getMessage() + ".", wrong);
        } catch (IOException unreadable) {
            throw new StartupFailure(path + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new StartupFailure(path + " is not a backup of Broadside.");
        }
        var sum = new CRC32();
        try (var in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            var text = new String(in.readAllBytes(), UTF_8);
            if (sum.getValue() != entry.getCrc()) {
                throw new StartupFailure(path + " is damaged: its manifest is not the one that was written.");
            }
            return Manifest.read(text);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads all of it, and lets nothing be in it but what the manifest tells of. */
    void check(Watcher.Source source) {
        foreign().ifPresent(entry -> {
            throw new StartupFailure(path + " is not as it was written: its manifest knows nothing of " + entry + ".");
        });
        try (var watcher = source.watch("check", manifest.rows())) {
            for (var table : manifest.tables()) {
                check(table, watcher);
            }
        }
    }

    private Optional<String> foreign() {
        var known = Stream.concat(
                        Stream.of(Manifest.ENTRY), manifest.tables().stream().map(Manifest.Table::entry))
                .collect(Collectors.toSet());
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(entry -> !known.contains(entry))
                .findFirst();
    }

    private void check(Manifest.Table table, Watcher watcher) {
        var tally = new Tally(OutputStream.nullOutputStream(), watcher::step);
        try (var in = rows(table)) {
            in.transferTo(tally);
        } catch (IOException damaged) {
            throw damaged(table, damaged);
        }
        if (tally.rows() != table.rows() || !tally.sum().equals(table.sha256())) {
            throw damaged(table, null);
        }
    }

    private StartupFailure damaged(Manifest.Table table, @Nullable IOException failure) {
        var line = path + " is damaged: the rows of " + table.name() + " are not those that were written.";
        return failure == null ? new StartupFailure(line) : new StartupFailure(line, failure);
    }

    /** As {@code COPY} reads them. */
    InputStream rows(Manifest.Table table) throws IOException {
        var entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw damaged(table, null);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
