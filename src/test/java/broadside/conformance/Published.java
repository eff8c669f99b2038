package broadside.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A table that stands in a README, between two comments. With {@code -Dbroadside.test.readme=write} it is put there after the tests have
 * run; in {@code target/conformance} it lies in any case.
 *
 * @param name of the file in {@code target/conformance}
 */
record Published(String name, Path readme) {
    /** The one of all dialects, in short. */
    static final Published SHORT = new Published("README.md", Path.of("README.md"));

    private static final String BEGIN = "<!-- conformance -->\n";
    private static final String END = "<!-- end of conformance -->";

    /** The whole one of a dialect, in its room. */
    static Published of(String dialect) {
        return new Published(dialect + ".md", Path.of("src/main/java/broadside/dialect", dialect, "README.md"));
    }

    boolean says(String table) {
        return read().contains(BEGIN + table + END);
    }

    /** Makes all tables of what is known by now; the last JVM that ends knows all. */
    static void write() {
        try {
            Files.createDirectories(Results.FOLDER);
            var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(
                            Results.FOLDER.resolve("lock"), options.toArray(StandardOpenOption[]::new));
                    var alone = channel.lock()) {
                var tables = Lines.all().stream().map(Published::measured).toList();
                tables.forEach(table -> of(table.lines().dialect()).write(table.whole()));
                SHORT.write(shortened(tables));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Table measured(Lines lines) {
        var checks = Checks.of(lines.dialect());
        return new Table(lines, checks, Results.passed(checks));
    }

    static String shortened(List<Table> tables) {
        return Table.SHORT_HEAD
                + String.join("", tables.stream().map(Table::inShort).toList());
    }

    private void write(String table) {
        try {
            Files.writeString(Results.FOLDER.resolve(name), table);
            if (System.getProperty("broadside.test.readme", "").equals("write")) {
                var between = Matcher.quoteReplacement(BEGIN + table + END);
                Files.writeString(readme, read().replaceFirst("(?s)" + BEGIN + ".*?" + END, between));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String read() {
        try {
            return Files.readString(readme);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
