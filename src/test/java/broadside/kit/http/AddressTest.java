package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as they come over the wire, well-formed or not. */
class AddressTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;

    @BeforeAll
    static void start() {
        var echo = Route.get("/things/{name}", AddressTest::echo).open().parameters("tag");
        var corridor = new Corridor(
                VERTX,
                List.of(new NativeDialect(List.of(echo), token -> Future.failedFuture(Problem.unauthenticated()))),
                new RateLimits(0),
                new Proxies(List.of()),
                new Traffic());
        server = await(VERTX.createHttpServer()
                .requestHandler(corridor.entrance())
                .invalidRequestHandler(corridor::invalid)
                .listen(0, "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        await(VERTX.close());
    }

    private static Future<Answer> echo(Call call) {
        var query = call.query();
        var tag = query.text("tag");
        query.done();
        return Future.succeededFuture(
                Answer.json(200, json -> json.text("name", call.path("name")).text("tag", tag)));
    }

    @Test
    void pathAndQueryStayApart() {
        assertEquals("{\"name\":\"é/x\",\"tag\":\"a;b c\"}", get("/things/%C3%A9%2Fx?tag=a;b+c"));
        assertEquals("{\"name\":\"a\",\"tag\":null}", get("/things/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "/things/a?name=b, validation",
        "/things/a?TAG=b, validation",
        "/things/a?tag=b&tag=c, validation",
        "/things/a?tag=%zz, bad-request",
        "/things/a?tag=%00, bad-request",
        "/things/a?tag=%C0%80, bad-request",
        "/things/a?%ED%A0%80=b, bad-request",
        "/things/%zz, bad-request",
        "/things/%00, not-found",
        "/things/%C0%80, not-found"
    })
    void whatCannotBeReadIsAProblem(String target, String code) {
        assertEquals("/problems/" + code, new JsonObject(get(target)).getString("type"));
    }

    /** The body is asked for on the event loop, as soon as there is an answer: a moment later it would be gone. */
    private static String get(String target) {
        return await(VERTX.createHttpClient()
                        .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", target)
                        .compose(request -> request.send().compose(HttpClientResponse::body)))
                .toString();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
