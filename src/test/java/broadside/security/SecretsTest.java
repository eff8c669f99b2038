package broadside.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Settings;
import broadside.app.embedded.EmbeddedDatabase;
import broadside.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that must be secret has a value that everybody could know. */
@Tag("any-server")
class SecretsTest {
    private static final Pattern VALUE = Pattern.compile(
            "(?i)(password|passwd|secret|api_?key|credential)\\w*[\"']?[ \\t]*[:=][ \\t]*[\"']?[^\\s\"'$/{<\\[(,;.]{4,}");

    /** Its account lives as long as it runs. */
    private static final Path TRAINING = Path.of("docker/train.sh");

    @Test
    void whereNothingIsSetThereIsNone() {
        var config = Settings.read(Map.of());
        assertNull(config.database());
        assertNull(config.smtp());
        assertTrue(config.toString().contains("providers=[]"), config::toString);
    }

    /** Of the embedded server: one for whoever may do everything, one for the program. */
    @Test
    void eachDataFolderMakesItsOwn() throws IOException {
        var passwords = Stream.of(made(), made()).flatMap(List::stream).toList();
        assertEquals(4, passwords.size());
        assertEquals(4, passwords.stream().distinct().count(), "two are the same");
        assertTrue(passwords.stream().allMatch(password -> password.length() >= 22), "one is short");
    }

    private static List<String> made() throws IOException {
        var folder = Files.createTempDirectory("broadside-secret");
        try {
            EmbeddedDatabase.open(folder, EmbeddedDatabase.Use.COMMAND).close();
            return Files.readAllLines(folder.resolve("pgpass")).stream()
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .toList();
        } finally {
            Trees.delete(folder);
        }
    }

    @Test
    void noneIsWrittenDown() throws IOException {
        try (var resources = Files.walk(Path.of("src/main/resources"));
                var image = Files.walk(Path.of("docker"));
                var top = Files.list(Path.of("."))) {
            var written = Stream.of(
                            resources.filter(file -> file.toString().matches(".*\\.(xml|properties|yml|yaml|conf)")),
                            image.filter(Files::isRegularFile).filter(file -> !file.equals(TRAINING)),
                            top.filter(file -> file.toString().matches(".*(Dockerfile|\\.ya?ml|\\.env|\\.sh)")))
                    .flatMap(files -> files)
                    .toList();
            assertTrue(written.size() >= 7, written::toString);
            for (var file : written) {
                var found = VALUE.matcher(Files.readString(file));
                assertTrue(
                        !found.find() || found.group().matches("(?i).*_FILE\\b.*"), () -> file + ": " + found.group());
            }
        }
    }
}
