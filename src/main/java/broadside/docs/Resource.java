package broadside.docs;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files on the class path; never read on an event loop. */
final class Resource {
    private Resource() {}

    static Buffer bytes(String path) {
        try (var file = Resource.class.getResourceAsStream(path)) {
            return Buffer.buffer(requireNonNull(file, path).readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(String path) {
        return bytes(path).toString(StandardCharsets.UTF_8);
    }
}
