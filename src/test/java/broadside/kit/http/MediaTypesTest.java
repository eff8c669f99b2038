package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    private static final CorridorServer SERVER = new CorridorServer(
            new Proxies(List.of()),
            Route.post("/v1/things", CorridorServer::client).open(),
            Route.patch("/v1/things", CorridorServer::client).open(),
            Route.post("/form", CorridorServer::client).open().form());

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,  /v1/things, application/json,                        200",
        "POST,  /v1/things, application/json; charset=utf-8,         200",
        "POST,  /v1/things, APPLICATION/JSON;Charset=\"UTF-8\",      200",
        "POST,  /v1/things, application/json; charset=latin1,        415",
        "POST,  /v1/things, text/plain,                              415",
        "POST,  /v1/things, application/jsonx,                       415",
        "POST,  /v1/things, application/merge-patch+json,            415",
        "POST,  /v1/things, application/x-www-form-urlencoded,       415",
        "PATCH, /v1/things, application/merge-patch+json,            200",
        "PATCH, /v1/things, application/json,                        200",
        "POST,  /form,      application/x-www-form-urlencoded,       200",
        "POST,  /form,      application/json,                        415"
    })
    void takesWhatTheRouteSays(String method, String path, String contentType, int status) {
        assertEquals(
                status,
                SERVER.send(method, path, "{}", "Content-Type", contentType).statusCode());
    }

    @Test
    void aBodyMustSayWhatItIsAndNoBodyNeedNot() {
        assertEquals(415, SERVER.send("POST", "/v1/things", "{}").statusCode());
        assertEquals(200, SERVER.send("POST", "/v1/things", "").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                  | 200",
                "application/*                     | 200",
                "*/*;q=0.1                         | 200",
                "text/html, application/json;q=0.9 | 200",
                "application/json;charset=utf-8    | 200",
                "text/html                         | 406",
                "application/json;q=0              | 406",
                "*/*;q=0.00                        | 406",
                "application/xml, image/*          | 406"
            })
    void sendsJsonOrNothing(String accept, int status) {
        assertEquals(
                status, SERVER.send("POST", "/v1/things", "", "Accept", accept).statusCode());
    }

    @Test
    void outsideOfTheNativeApiAnythingMayBeSent() {
        assertEquals(
                200, SERVER.send("POST", "/form", "", "Accept", "text/html").statusCode());
    }
}
