package broadside.dialect.microblog;

import broadside.kit.problem.Problem;
import broadside.kit.text.Email;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks providers. Whatever they refuse, or say that is not understood, is a 401; a provider that does not answer in time, a 503. An
 * address counts only where they say that it is verified.
 */
final class ProviderClient {
    private static final int WAIT_MILLIS = 1_000;
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient http;

    ProviderClient(Vertx vertx) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(WAIT_MILLIS)
                .setMaxPoolSize(8)
                .setMaxWaitQueueSize(64)
                .setVerifyHost(true));
    }

    /** The address of whoever the code is for. */
    Future<String> email(Provider provider, String code, String redirectUrl) {
        return accessToken(provider, code, redirectUrl)
                .compose(token ->
                        ask(HttpMethod.GET, provider.profileUrl(), Buffer.buffer(), "Authorization", "Bearer " + token))
                .map(profile -> verified(profile).orElseThrow(Problem::unauthenticated));
    }

    private Future<String> accessToken(Provider provider, String code, String redirectUrl) {
        var form = Form.of(
                "client_id",
                provider.clientId(),
                "client_secret",
                provider.clientSecret(),
                "code",
                code,
                "grant_type",
                "authorization_code",
                "redirect_uri",
                redirectUrl);
        return ask(
                        HttpMethod.POST,
                        provider.tokenUrl(),
                        Buffer.buffer(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .map(answer ->
                        answer instanceof JsonObject json && json.getValue("access_token") instanceof String token
                                ? token
                                : refused());
    }

    private static String refused() {
        throw Problem.unauthenticated();
    }

    private Future<Object> ask(HttpMethod method, String url, Buffer body, String header, String value) {
        var request = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url)
                .setConnectTimeout(WAIT_MILLIS)
                .setIdleTimeout(WAIT_MILLIS)
                .putHeader("Accept", ErrorAnswer.JSON)
                .putHeader("User-Agent", "Broadside")
                .putHeader(header, value);
        return http.request(request)
                .compose(ready -> ready.send(body))
                .compose(answer -> answer.statusCode() == 200 ? read(answer) : Future.succeededFuture(Buffer.buffer()))
                .recover(failure -> Future.failedFuture(Problem.unavailable("The provider does not answer.", failure)))
                .map(ProviderClient::json);
    }

    private static Future<Buffer> read(HttpClientResponse answer) {
        var whole = io.vertx.core.Promise.<Buffer>promise();
        var body = Buffer.buffer();
        answer.exceptionHandler(whole::tryFail)
                .handler(chunk -> {
                    body.appendBuffer(chunk);
                    if (body.length() > MOST_BYTES) {
                        whole.tryFail("too long");
                        answer.request().connection().close();
                    }
                })
                .endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    private static Object json(Buffer body) {
        try {
            return Json.decodeValue(body);
        } catch (DecodeException none) {
            throw Problem.unauthenticated();
        }
    }

    /** Of several addresses the primary one. */
    private static Optional<String> verified(Object profile) {
        var addresses = profile instanceof JsonArray several ? several.stream() : Stream.of(profile);
        return addresses
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(address -> isTrue(address, "verified") || isTrue(address, "email_verified"))
                .sorted(Comparator.comparing(address -> !isTrue(address, "primary")))
                .map(address -> address.getValue("email"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(Email::valid)
                .findFirst();
    }

    private static boolean isTrue(JsonObject json, String name) {
        var value = json.getValue(name);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }
}
