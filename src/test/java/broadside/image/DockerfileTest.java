package broadside.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The {@code Dockerfile} names what is there. */
@Tag("any-server")
class DockerfileTest {
    /** Each instruction with its arguments, comments left out. */
    private static final List<List<String>> INSTRUCTIONS = lines("Dockerfile")
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> List.of(line.split("\\s+")))
            .toList();

    private static final List<String> SENT = lines(".dockerignore")
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .toList();

    @Test
    void whatIsCopiedIsThereAndSent() {
        var copied = all("COPY")
                .filter(copy -> !copy.get(1).startsWith("--from"))
                .flatMap(copy -> copy.subList(1, copy.size() - 1).stream())
                .toList();
        assertTrue(copied.containsAll(List.of("pom.xml", "sql", "src", "docker/broadside")), copied.toString());
        assertEquals(
                List.of(),
                copied.stream().filter(file -> !Files.exists(Path.of(file))).toList());
        assertEquals(
                List.of(),
                copied.stream()
                        .filter(file -> SENT.stream().noneMatch(sent -> (file + "/").startsWith(sent + "/")))
                        .toList());
    }

    @Test
    void whatAStageTakesFromAnotherIsMadeThere() throws IOException {
        var text = Files.readString(Path.of("Dockerfile"));
        var pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<finalName>broadside</finalName>"));
        assertTrue(text.contains("COPY --from=build /source/target/broadside.jar /app/"));
        assertTrue(text.contains("RUN /app/train.sh /app /trained/broadside.aot"));
        assertTrue(text.contains("COPY --from=training /trained/broadside.aot /app/"));
        for (var used : List.of("java.options", "broadside.aot", "broadside.jar")) {
            assertTrue(Files.readString(Path.of("docker/broadside")).contains("$here/" + used), used);
        }
    }

    @Test
    void buildsOnTheOldestJavaAndRunsOnTheNewest() {
        var bases = all("FROM").map(from -> from.get(1)).toList();
        assertEquals(List.of("maven:3-eclipse-temurin-17", "eclipse-temurin:25-jre", "program", "program"), bases);
    }

    @Test
    void theProgramIsNobodyAndAnswersWhereItSays() throws IOException {
        var last = INSTRUCTIONS.subList(INSTRUCTIONS.lastIndexOf(List.of("FROM", "program")), INSTRUCTIONS.size());
        assertTrue(last.contains(List.of("USER", "broadside")));
        assertTrue(last.contains(
                List.of("EXPOSE", Integer.toString(Settings.read(Map.of()).port()))));
        var uid = "useradd --uid 10001 ";
        assertTrue(Files.readString(Path.of("Dockerfile")).contains(uid));
        assertTrue(Files.readString(Path.of("docker-compose.yml")).contains("chown 10001 "));
    }

    @Test
    void everyScriptMayBeRun() throws IOException {
        for (var script : List.of("broadside", "train.sh", "by-hand.sh")) {
            assertTrue(Files.isExecutable(Path.of("docker", script)), script);
        }
    }

    private static Stream<List<String>> all(String name) {
        return INSTRUCTIONS.stream().filter(instruction -> instruction.get(0).equals(name));
    }

    private static Stream<String> lines(String file) {
        try {
            return Arrays.stream(Files.readString(Path.of(file)).split("\n"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
