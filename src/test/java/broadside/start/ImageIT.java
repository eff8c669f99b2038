package broadside.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Program;
import org.junit.jupiter.api.Test;

/** The steps of the image, done without Docker: a cache is trained by nobody in particular, and the program starts with it. */
class ImageIT {
    @Test
    void whatTheDockerfileDoesLeadsToAProgramThatAnswers() throws Exception {
        var builder = new ProcessBuilder(
                        "docker/by-hand.sh", Program.jar().toAbsolutePath().toString())
                .redirectErrorStream(true);
        builder.environment().put("JAVA25_HOME", Machine.java25().toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("first answer after "), said);
        assertTrue(said.endsWith("stopped with exit code 0\n"), said);
    }
}
