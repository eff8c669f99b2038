package broadside.cli.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.cli.Told;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code import posts} did. */
record Brought(Told told, String report) {
    static Brought from(DatabaseAddress into, Path source, String... more) {
        var report = source.resolveSibling("report-" + source.getFileName() + ".txt");
        var arguments = new ArrayList<>(List.of("import", "posts", source.toString(), "--report", report.toString()));
        arguments.addAll(List.of(more));
        var told = Told.by(into, arguments.toArray(String[]::new));
        try {
            return new Brought(told, Files.exists(report) ? Files.readString(report) : "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param counts found, taken, adapted, before, skipped */
    Brought expect(int exit, Integer... counts) {
        assertEquals(exit, told.exit(), told.error() + report);
        assertEquals("", told.error());
        var summary = report.lines()
                .filter(line -> line.matches("posts( +\\d+){5}"))
                .flatMap(line ->
                        Stream.of(line.substring("posts".length()).strip().split(" +")))
                .map(Integer::valueOf)
                .toList();
        assertEquals(List.of(counts), summary, report);
        return this;
    }

    /** What the report says of what stands there; empty: nothing. */
    String about(String place) {
        return report.lines()
                .filter(line -> line.startsWith("post " + place + " "))
                .map(line -> line.substring(6 + place.length()))
                .findFirst()
                .orElse("");
    }
}
