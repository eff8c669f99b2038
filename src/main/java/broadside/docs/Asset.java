package broadside.docs;

import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Gzip;
import broadside.kit.http.Route;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * A file with an address of its own, its answers made once: packing the large ones for every visitor would keep an event loop busy.
 *
 * @param plain  for clients that take no compression
 * @param packed the same in gzip
 */
record Asset(String path, Buffer bytes, Answer plain, Answer packed) {
    static Asset of(String path, String mediaType, Buffer bytes) {
        return new Asset(
                path,
                bytes,
                Answer.of(200, mediaType, bytes).tagged(),
                Answer.of(200, mediaType, Gzip.of(bytes)).tagged().with("Content-Encoding", "gzip"));
    }

    /** For a file whose address changes with its content. */
    Asset kept() {
        return with("Cache-Control", "public, max-age=31536000, immutable");
    }

    Asset with(String header, String value) {
        return new Asset(path, bytes, plain.with(header, value), packed.with(header, value));
    }

    Route route() {
        return Route.get(path, this::answer).open();
    }

    Future<Answer> answer(Call call) {
        return Future.succeededFuture(Gzip.pays(bytes, call.header("Accept-Encoding")) ? packed : plain);
    }
}
