package broadside.docs;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Gzip;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file with an address of its own, its answers made once: packing the large ones for every visitor would keep an event loop busy.
 */
final class Asset {
    private final String path;
    private final Supplier<Answers> make;
    private final Once<Answers> answers;

    private Asset(String path, Supplier<Answers> make) {
        this.path = path;
        this.make = make;
        this.answers = new Once<>(make);
    }

    /** @param content may block; asked when somebody first visits */
    static Asset of(String path, String mediaType, Supplier<Buffer> content) {
        return new Asset(path, () -> Answers.of(mediaType, content.get()));
    }

    /** For a file whose address changes with its content. */
    Asset kept() {
        return with("Cache-Control", "public, max-age=31536000, immutable");
    }

    Asset with(String header, String value) {
        return new Asset(path, () -> make.get().with(header, value));
    }

    String path() {
        return path;
    }

    Route route() {
        return Route.get(path, this::answer).open();
    }

    Future<Answer> answer(Call call) {
        return answers.get().map(made -> made.to(call.header("Accept-Encoding")));
    }

    /**
     * All there are.
     *
     * @param plain  for clients that take no compression
     * @param packed the same in gzip
     */
    private record Answers(Buffer bytes, Answer plain, Answer packed) {
        static Answers of(String mediaType, Buffer bytes) {
            return new Answers(
                    bytes,
                    Answer.of(200, mediaType, bytes).tagged(),
                    Answer.of(200, mediaType, Gzip.of(bytes)).tagged().with("Content-Encoding", "gzip"));
        }

        Answers with(String header, String value) {
            return new Answers(bytes, plain.with(header, value), packed.with(header, value));
        }

        Answer to(@Nullable String acceptEncoding) {
            return Gzip.pays(bytes, acceptEncoding) ? packed : plain;
        }
    }
}
