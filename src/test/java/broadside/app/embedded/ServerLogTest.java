package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log does not grow without end, and tells what went wrong. */
@Tag("own-server")
class ServerLogTest {
    @TempDir
    Path folder;

    @Test
    void isPutAsideWhenItIsLong() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "a line\n".repeat(700_000));
        long length = Files.size(file);
        new ServerLog(file).bound();
        assertEquals(0, Files.size(file));
        assertEquals(length, Files.size(folder.resolve("log.1")));
    }

    @Test
    void isLeftAloneWhenItIsShort() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "a line\n");
        new ServerLog(file).bound();
        assertEquals(List.of("a line"), new ServerLog(file).since(0));
        assertEquals(List.of(), new ServerLog(file).since(7));
    }

    @Test
    void quotesTheLastComplaint() {
        assertEquals(
                "could not bind",
                ServerLog.complaint(List.of("LOG:  x", "2026 UTC [1] FATAL:  could not bind", "LOG:  down", "")));
        assertEquals("no space", ServerLog.complaint(List.of("initdb: error: no space", "initdb: removing contents")));
        assertEquals("only this", ServerLog.complaint(List.of("only this", "")));
    }
}
