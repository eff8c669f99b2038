package broadside.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that ask for one address after another, each on its own connection, until a number of requests is answered. A 503 is an
 * answer that is counted; any other than it, 200 and 201 ends the run.
 */
final class Load {
    private static final double NANOS_PER_MILLI = 1e6;

    private final HttpClient http;
    private final int clients;
    private final int port;
    private final List<String> tokens;
    private final IntFunction<Ask> asks;
    private final AtomicInteger refused = new AtomicInteger();

    /** Of these addresses. */
    Load(Vertx vertx, int clients, int port, @Nullable String token, IntFunction<String> paths) {
        this(vertx, clients, token == null ? List.of() : List.of(token), port, number -> Ask.get(paths.apply(number)));
    }

    /** @param tokens of those who ask, by turns; empty: nobody is logged in */
    Load(Vertx vertx, int clients, List<String> tokens, int port, IntFunction<Ask> asks) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(clients));
        this.clients = clients;
        this.port = port;
        this.tokens = List.copyOf(tokens);
        this.asks = asks;
    }

    /**
     * @param refused how many were answered 503
     * @param seconds how long all took
     */
    record Result(int requests, int refused, double seconds, long[] nanos) {
        double rate() {
            return requests / seconds;
        }

        /** How long all but one in a hundred took, in milliseconds. */
        double p99() {
            return nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / NANOS_PER_MILLI;
        }
    }

    Result run(int requests) {
        var next = new AtomicInteger();
        var nanos = new long[requests];
        refused.set(0);
        long start = System.nanoTime();
        var all = IntStream.range(0, clients)
                .mapToObj(client -> client(client, next, nanos))
                .toList();
        Future.all(all).toCompletionStage().toCompletableFuture().join();
        var seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Result(requests, refused.get(), seconds, nanos);
    }

    private Future<Void> client(int client, AtomicInteger next, long[] nanos) {
        Promise<Void> done = Promise.promise();
        step(client, next, nanos, done);
        return done.future();
    }

    private void step(int client, AtomicInteger next, long[] nanos, Promise<Void> done) {
        int number = next.getAndIncrement();
        if (number >= nanos.length) {
            done.complete();
            return;
        }
        long start = System.nanoTime();
        request(client, asks.apply(number)).onComplete(answered -> {
            if (answered.failed()) {
                done.tryFail(answered.cause());
                return;
            }
            nanos[number] = System.nanoTime() - start;
            step(client, next, nanos, done);
        });
    }

    private Future<Void> request(int client, Ask ask) {
        return http.request(ask.method(), port, "127.0.0.1", ask.path())
                .map(request -> ask.on(entering(client, request)))
                .compose(request -> ask.body() == null ? request.send() : request.send(ask.body()))
                .compose(response -> read(ask.path(), response));
    }

    private HttpClientRequest entering(int client, HttpClientRequest request) {
        return tokens.isEmpty()
                ? request
                : request.putHeader("Authorization", "Bearer " + tokens.get(client % tokens.size()));
    }

    private Future<Void> read(String path, HttpClientResponse response) {
        return response.body().compose(body -> switch (response.statusCode()) {
            case 200, 201 -> Future.succeededFuture();
            case 503 -> {
                refused.incrementAndGet();
                yield Future.succeededFuture();
            }
            default -> Future.failedFuture(response.statusCode() + " for " + path + ": " + body);
        });
    }
}
