package broadside.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadside.testing.RawClient;
import broadside.testing.Server;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are too large, wrongly labelled, or no JSON anybody should read. */
class BodyTest {
    private static final String TOKEN =
            Objects.requireNonNull(Server.shared().client().register().token());
    private static final String HEAD = "POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
            + "\r\nContent-Type: application/json\r\n";
    private static final int LARGE = 3 * 1024 * 1024;
    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        client = new RawClient(Server.shared().port());
    }

    @AfterEach
    void hangUp() throws IOException {
        client.close();
    }

    @Test
    void tooLargeByItsOwnWord() throws IOException {
        client.say(HEAD + "Content-Length: " + LARGE + "\r\n\r\n").say(new byte[LARGE]);
        client.read().expect(413, "payload-too-large");
        assertEquals(200, client.ask("GET /v1/posts?limit=1").status());
    }

    @Test
    void tooLargeInChunks() throws IOException {
        client.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        for (int chunk = 0; chunk < LARGE / 65_536; chunk++) {
            client.say("10000\r\n").say(new byte[65_536]).say("\r\n");
        }
        client.say("0\r\n\r\n").read().expect(413, "payload-too-large");
        assertEquals(200, client.ask("GET /v1/posts?limit=1").status());
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws IOException {
        var body = Visitor.text().encode();
        client.say(HEAD + "Content-Length: " + body.length() + "\r\nExpect: 100-continue\r\n\r\n");
        assertEquals(100, client.read().status());
        assertEquals(201, client.say(body).read().status());
    }

    @Test
    void aBodyInChunks() throws IOException {
        var body = Visitor.text().encode();
        client.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
        for (var letter : body.split("")) {
            client.say("1\r\n" + letter + "\r\n");
        }
        assertEquals(201, client.say("0\r\n\r\n").read().status());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/json; charset=latin1",
        "application/json; charset=utf-16",
        "application/x-www-form-urlencoded",
        "application/merge-patch+json",
        "json",
        "''"
    })
    void wronglyLabelled(String mediaType) throws IOException {
        var body = Visitor.text().encode();
        client.say(HEAD.replace("application/json", mediaType) + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .read()
                .expect(415, "unsupported-media-type");
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("depth 5000", "{\"body\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                bomb("objects 5000 deep", "{\"body\":".repeat(5000) + "1" + "}".repeat(5000)),
                bomb("a number of 5000 digits", "{\"body\":" + "9".repeat(5000) + "}"),
                bomb("a fraction of 5000 digits", "{\"body\":0." + "9".repeat(5000) + "}"),
                bomb("the same name twice", "{\"body\":\"a\",\"body\":\"b\"}"),
                bomb("something behind it", "{\"body\":\"a\"} {}"),
                bomb("a comma behind it", "{\"body\":\"a\"},"),
                bomb("an array", "[{\"body\":\"a\"}]"),
                bomb("a text", "\"body\""),
                bomb("null", "null"),
                bomb("nothing", ""),
                bomb("half an object", "{\"body\":\"a"),
                bomb("a comment", "{/* */\"body\":\"a\"}"),
                bomb("single quotes", "{'body':'a'}"),
                bomb("NaN", "{\"body\":NaN}"),
                bomb("a byte order mark", "\uFEFF{\"body\":\"a\"}"),
                bomb("a raw NUL", "{\"body\":\"a\0b\"}"),
                Arguments.of("an invalid byte", "{\"body\":\"".getBytes(UTF_8), (byte) 0xFF, "malformed-json"),
                Arguments.of("half a letter", "{\"body\":\"".getBytes(UTF_8), (byte) 0xC3, "malformed-json"),
                invalid("an exponent of 400", "{\"body\":1e400}"),
                invalid("an exponent of a billion", "{\"body\":1e1000000000}"),
                invalid("an escaped NUL", "{\"body\":\"a\\u0000b\"}"),
                invalid("half a pair", "{\"body\":\"a\\uD800b\"}"),
                invalid("the other half", "{\"body\":\"a\\uDC00b\"}"),
                invalid("half a pair in a name", "{\"body\":\"a\",\"\\uD800\":1}"));
    }

    private static Arguments bomb(String name, String body) {
        return Arguments.of(name, body.getBytes(UTF_8), null, "malformed-json");
    }

    private static Arguments invalid(String name, String body) {
        return Arguments.of(name, body.getBytes(UTF_8), null, "validation");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void noJsonAnybodyShouldRead(String name, byte[] body, @org.jspecify.annotations.Nullable Byte bad, String code)
            throws IOException {
        var rest = bad == null ? new byte[0] : new byte[] {bad, '"', '}'};
        client.say(HEAD + "Content-Length: " + (body.length + rest.length) + "\r\n\r\n");
        client.say(body).say(rest).read().expect(400, code);
        assertEquals(200, client.ask("GET /v1/posts?limit=1").status(), name);
    }
}
