package broadside.kit.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses answers (RFC 1952), at the cheapest level and only where it saves more than it costs. */
public final class Gzip {
    private static final int FROM_BYTES = 4 * 1024;

    private Gzip() {}

    /** Whether it is worth it, and the client takes it (RFC 9110, 12.5.3). */
    public static boolean pays(Buffer body, @Nullable String acceptEncoding) {
        return body.length() >= FROM_BYTES
                && acceptEncoding != null
                && takesGzip(acceptEncoding.toLowerCase(Locale.ROOT).split(","));
    }

    /** What is said of gzip itself goes before what is said of everything. */
    private static boolean takesGzip(String[] codings) {
        return Stream.of("gzip", "*")
                .flatMap(name ->
                        Arrays.stream(codings).filter(coding -> name(coding).equals(name)))
                .findFirst()
                .filter(coding -> !coding.matches("[^;]+;\\s*q=0(\\.0*)?\\s*"))
                .isPresent();
    }

    private static String name(String coding) {
        return coding.split(";", 2)[0].strip();
    }

    public static Buffer of(Buffer body) {
        var bytes = new ByteArrayOutputStream(body.length() / 2);
        try (var gzip = new Fast(bytes)) {
            gzip.write(body.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
