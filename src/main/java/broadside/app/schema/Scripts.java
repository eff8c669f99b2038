package broadside.app.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Where the migrations are, {@code V0NN__name.sql}, and what takes each back, {@code U0NN__name.sql}. */
public final class Scripts {
    private static final String PACKED = "sql";

    private final boolean packed;
    private final List<Path> folders;

    private Scripts(boolean packed, List<Path> folders) {
        this.packed = packed;
        this.folders = folders;
    }

    /** What this program carries. */
    public static Scripts packed() {
        return new Scripts(true, List.of());
    }

    /** What this program carries, and more. */
    public static Scripts packedAnd(Path... folders) {
        return new Scripts(true, List.of(folders));
    }

    /** What lies in a folder, and nothing this program carries. */
    public static Scripts in(Path folder) {
        return new Scripts(false, List.of(folder));
    }

    String[] locations() {
        var all = new java.util.ArrayList<String>();
        if (packed) {
            all.add("classpath:" + PACKED);
        }
        folders.forEach(folder -> all.add("filesystem:" + folder));
        return all.toArray(String[]::new);
    }

    /** Every migration, the oldest first. Reads the whole class path: not for an event loop. */
    public List<Script> migrations() {
        return Stream.concat(packed ? names() : Stream.of(), folders.stream().flatMap(Scripts::names))
                .filter(name -> name.matches("V.*[.]sql"))
                .sorted()
                .map(name -> named(name).orElseThrow())
                .toList();
    }

    private static Stream<String> names() {
        try {
            var connection = Objects.requireNonNull(Scripts.class.getResource("/" + PACKED))
                    .openConnection();
            return connection instanceof JarURLConnection jar
                    ? jar.getJarFile().stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith(PACKED + "/"))
                            .map(name -> name.substring(PACKED.length() + 1))
                    : names(Path.of(connection.getURL().toURI()));
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Stream<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The script that takes a migration back. */
    Optional<Script> undoOf(String migration) {
        return named("U" + migration.substring(1));
    }

    /** The SQL of a migration. */
    public String text(Step step) {
        return named(step.script()).map(Script::text).orElse("");
    }

    Optional<Script> named(String name) {
        try {
            for (var folder : folders) {
                if (Files.exists(folder.resolve(name))) {
                    return Optional.of(new Script(name, Files.readString(folder.resolve(name))));
                }
            }
            return packed ? packed(name) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Script> packed(String name) throws IOException {
        try (var text = Scripts.class.getResourceAsStream("/" + PACKED + "/" + name)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new Script(name, new String(text.readAllBytes(), UTF_8)));
        }
    }
}
