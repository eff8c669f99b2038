package broadside.cli.microblog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.sqlite.SQLiteConfig;

/** A SQLite file that is there, opened for reading only. */
final class SqliteFile {
    private static final String BEGINNING = "SQLite format 3\0";
    private static final int PATIENCE_MILLIS = 5_000;

    private SqliteFile() {}

    /** @param rest {@code /relative/path} or {@code //absolute/path}, parameters after a question mark */
    static SourceAddress ofUrl(String rest) {
        var path = rest.replaceFirst("[?].*", "");
        if (path.length() < 2 || !path.startsWith("/")) {
            throw SourceAddress.fault("names no file: write sqlite:///relative/path or sqlite:////absolute/path");
        }
        return at(path.substring(1));
    }

    static SourceAddress at(String path) {
        try {
            var file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw SourceAddress.fault("names a file that is not there: " + file);
            }
            check(file);
            var config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(PATIENCE_MILLIS);
            return SourceAddress.sqlite(file.toRealPath(), config.toProperties());
        } catch (InvalidPathException wrong) {
            throw SourceAddress.fault("is no path of a file");
        } catch (IOException unreadable) {
            throw SourceAddress.fault("names a file that cannot be read: " + path);
        }
    }

    private static void check(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var beginning = new String(content.readNBytes(BEGINNING.length()), StandardCharsets.ISO_8859_1);
            if (!beginning.equals(BEGINNING)) {
                throw SourceAddress.fault("names a file that is no SQLite database: " + file);
            }
        }
    }
}
