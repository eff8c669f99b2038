package broadside.app.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folder the migrations lie in. */
public record MigrationFiles(Path folder) {
    private static final Pattern NAME = Pattern.compile("[VU](\\d+)__(\\w+)[.]sql");

    /** All of them, those that undo last. */
    public List<Migration> migrations() throws IOException {
        var migrations = new java.util.ArrayList<Migration>();
        for (var file : names()) {
            migrations.add(Migration.of(file, Files.readString(folder.resolve(file)), isInTransaction(file)));
        }
        return migrations;
    }

    /** Names of the files, in the same order. */
    public List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(java.util.Comparator.comparing((String name) -> name.startsWith("U"))
                            .thenComparing(name -> name))
                    .toList();
        }
    }

    private boolean isInTransaction(String file) throws IOException {
        var settings = folder.resolve(file + ".conf");
        return !Files.exists(settings)
                || !Files.readString(settings).replaceAll("\\s", "").contains("executeInTransaction=false");
    }

    /** What is allowed in files that do not change any more: pairs of file and rule. */
    public Set<String> released() throws IOException {
        var list = folder.resolve("lint.allow");
        if (!Files.exists(list)) {
            return Set.of();
        }
        return Files.readAllLines(list).stream()
                .filter(line -> line.matches("[VU]\\d+__\\w+[.]sql [a-z-]+: \\S.*"))
                .map(line -> line.substring(0, line.indexOf(": ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The number the next migration gets. */
    public int next() throws IOException {
        return 1
                + names().stream()
                        .map(NAME::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .mapToInt(name -> Integer.parseInt(name.group(1)))
                        .max()
                        .orElse(0);
    }
}
