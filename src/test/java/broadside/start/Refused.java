package broadside.start;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Program;
import java.util.stream.Stream;

/** A start that has to fail: with one line, an end and nothing left behind. */
record Refused(Program program) implements AutoCloseable {
    /** The line, which has all of this in it. */
    String tells(String... parts) {
        int exit = program.exit();
        var line = program.errors();
        assertAll(
                () -> assertTrue(exit != 0, "exit code " + exit),
                () -> assertEquals(1, line.lines().count(), line),
                () -> assertTrue(line.startsWith("broadside: ") && line.endsWith("\n"), line),
                () -> assertEquals("", program.output()),
                () -> assertFalse(line.contains("red-gate") || line.contains("Exception"), line));
        assertAll(Stream.of(parts).map(part -> () -> assertTrue(line.contains(part), part + " is missing in " + line)));
        return line;
    }

    @Override
    public void close() {
        program.close();
    }
}
