package broadside.cli.seed;

import broadside.cli.intake.Lines;
import broadside.kit.json.StrictJson;
import broadside.kit.problem.Problem;
import broadside.kit.problem.StartupFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of JSON lines, which can be read more than once. */
final class SeedFile {
    private static final int LONGEST_LINE = 4 << 20;

    private final Path file;

    private SeedFile(Path file) {
        this.file = file;
    }

    static SeedFile of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StartupFailure("There is no file " + file + " that can be read; it is read twice.");
        }
        return new SeedFile(file);
    }

    /** Takes what stands in the lines. */
    interface Reader {
        /** Blank members are left out of it. */
        void take(String place, JsonObject members);

        void refuse(String place, String reason);
    }

    void read(Reader reader) {
        try (var lines = new Lines(Files.newInputStream(file), LONGEST_LINE)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    read(line, reader);
                }
            }
        } catch (IOException failure) {
            throw new StartupFailure(file + " cannot be read to its end: " + failure.getMessage() + ".", failure);
        }
    }

    private static void read(Lines.Line line, Reader reader) {
        var place = "line " + line.number();
        if (!line.whole()) {
            reader.refuse(place, "it is longer than " + (LONGEST_LINE >> 20) + " MiB");
            return;
        }
        JsonObject members;
        try {
            members = StrictJson.object(Buffer.buffer(line.bytes()));
        } catch (Problem wrong) {
            reader.refuse(place, "it is no JSON object that can be kept: " + Reasons.of(wrong));
            return;
        }
        members.fieldNames().removeIf(name -> members.getValue(name) == null);
        reader.take(place, members);
    }
}
