package broadside.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes JSON straight into bytes; each view has one encoder made of these calls. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 1_024;

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The bytes of one object whose members {@code members} writes. */
    public static Buffer object(Consumer<JsonWriter> members) {
        var bytes = Buffer.buffer(USUAL_SIZE);
        try (var generator = FACTORY.createGenerator(new Appending(bytes))) {
            new JsonWriter(generator).braces(members);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes;
    }

    public JsonWriter text(String name, @Nullable String value) {
        return run(() -> out.writeStringField(name, value));
    }

    public JsonWriter number(String name, long value) {
        return run(() -> out.writeNumberField(name, value));
    }

    public JsonWriter flag(String name, boolean value) {
        return run(() -> out.writeBooleanField(name, value));
    }

    /** A 64-bit id as a decimal string, since JavaScript's numbers end at 53 bits. */
    public JsonWriter id(String name, long value) {
        return text(name, Long.toString(value));
    }

    /** RFC 3339 in UTC with three fraction digits. */
    public JsonWriter time(String name, @Nullable Instant value) {
        return text(name, value == null ? null : Times.format(value));
    }

    /** RFC 3339 in UTC with six fraction digits: all that is stored. */
    public JsonWriter moment(String name, @Nullable Instant value) {
        return text(name, value == null ? null : Times.exact(value));
    }

    /** An object; JSON's null where there are no members to be written. */
    public JsonWriter object(String name, @Nullable Consumer<JsonWriter> members) {
        return members == null
                ? run(() -> out.writeNullField(name))
                : run(() -> out.writeFieldName(name)).braces(members);
    }

    public JsonWriter texts(String name, List<String> values) {
        return run(() -> {
            out.writeArrayFieldStart(name);
            for (var value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        });
    }

    /** An array of objects, each written by {@code members}. */
    public <T> JsonWriter objects(String name, List<T> values, BiConsumer<JsonWriter, T> members) {
        run(() -> out.writeArrayFieldStart(name));
        values.forEach(value -> braces(json -> members.accept(json, value)));
        return run(out::writeEndArray);
    }

    private JsonWriter braces(Consumer<JsonWriter> members) {
        run(out::writeStartObject);
        members.accept(this);
        return run(out::writeEndObject);
    }

    private JsonWriter run(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Writes to the end of a buffer. */
    private static final class Appending extends OutputStream {
        private final Buffer bytes;

        Appending(Buffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int octet) {
            bytes.appendByte((byte) octet);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.appendBytes(from, offset, length);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
