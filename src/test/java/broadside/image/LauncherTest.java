package broadside.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image's command, with a {@code java} that only says how it was called. */
@Tag("any-server")
class LauncherTest {
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"134217728, true", "268435456, true", "268435457, false", "536870912, false", "max, false"})
    void whereThereIsLittleMemoryTheQuickCompilerWorksAlone(String limit, boolean alone)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("memory.max"), limit + "\n");
        assertEquals(alone, called().contains(QUICK), called());
    }

    @Test
    void whereNoLimitIsKnownBothCompilersWork() throws IOException, InterruptedException {
        var call = called();
        assertTrue(!call.contains(QUICK) && call.endsWith("/broadside.jar health --help"), call);
    }

    @Test
    void memoryThatIsNotJavasIsOneHeap() throws IOException, InterruptedException {
        assertTrue(called().startsWith("1 "), called());
    }

    private String called() throws IOException, InterruptedException {
        var java = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho $MALLOC_ARENA_MAX \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        var builder = new ProcessBuilder("docker/broadside", "health", "--help").redirectErrorStream(true);
        builder.environment().put("CGROUP", folder.toString());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        var process = builder.start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        return told.strip();
    }
}
