package broadside.cli.microblog;

import static java.nio.charset.StandardCharsets.UTF_8;

import broadside.cli.Broadside;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a command did that ran in this JVM. */
record Ran(int exit, String out, String error, String report) {
    static Ran importing(DatabaseAddress into, Path folder, String from, String... more) {
        var report = folder.resolve("report.txt");
        var arguments = new ArrayList<>(List.of("import", "microblog", "--from", from, "--report", report.toString()));
        arguments.addAll(List.of(more));
        return command(into, report, arguments.toArray(String[]::new));
    }

    private static Ran command(DatabaseAddress into, Path report, String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var before = List.of(System.out, System.err);
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(error, true, UTF_8));
        try {
            var exit = Broadside.run(arguments, Map.of("DATABASE_URL", TestDatabase.url(into)));
            return new Ran(exit, out.toString(UTF_8), error.toString(UTF_8), read(report));
        } finally {
            System.setOut(before.get(0));
            System.setErr(before.get(1));
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Ran expect(int code) {
        if (exit != code) {
            throw new AssertionError("expected exit code " + code + " but got " + exit + ": " + out + error);
        }
        return this;
    }

    /** The line of the report about one row, without what it is about. */
    String about(String row) {
        return report.lines()
                .filter(line -> line.startsWith(row + " "))
                .map(line -> line.substring(row.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** A line of the summary: found, taken, adapted, before, skipped. */
    List<Integer> counts(String kind) {
        return report.lines()
                .filter(line -> line.matches(kind + "( +\\d+){5}"))
                .flatMap(line -> Stream.of(line.substring(kind.length()).strip().split(" +")))
                .map(Integer::valueOf)
                .toList();
    }
}
