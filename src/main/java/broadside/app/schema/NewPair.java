package broadside.app.schema;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An empty migration and the script that takes it back, under the next free number.
 *
 * @param name in snake case
 */
public record NewPair(Path folder, int number, String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern NUMBERED = Pattern.compile("[VU](\\d{1,9})__.*");

    /** @throws StartupFailure when the folder or the name will not do */
    public static NewPair next(Path folder, String name) {
        checkName(name);
        if (!Files.isDirectory(folder)) {
            throw new StartupFailure(
                    "There is no folder " + folder + " here: run this where the source of Broadside is.");
        }
        try (var files = Files.list(folder)) {
            int last = files.map(file -> NUMBERED.matcher(file.getFileName().toString()))
                    .filter(java.util.regex.Matcher::matches)
                    .mapToInt(numbered -> Integer.parseInt(numbered.group(1)))
                    .max()
                    .orElse(0);
            return new NewPair(folder, last + 1, name);
        } catch (IOException failure) {
            throw new StartupFailure(folder + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** @throws StartupFailure when a migration cannot be called that */
    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StartupFailure("A migration cannot be called " + name
                    + ": use up to 60 small letters, digits and underscores, such as account_nickname.");
        }
    }

    /** Never writes over anything. Both files. */
    public List<Path> write() {
        var text = name.replace('_', ' ');
        return List.of(
                write('V', "-- " + text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + "."),
                write('U', "-- Takes back V%03d.".formatted(number)));
    }

    private Path write(char kind, String comment) {
        var file = folder.resolve("%s%03d__%s.sql".formatted(kind, number, name));
        try {
            return Files.writeString(
                    file, comment + "\nset local lock_timeout = '5s';\n\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw new StartupFailure(file + " cannot be written: " + failure.getMessage(), failure);
        }
    }
}
