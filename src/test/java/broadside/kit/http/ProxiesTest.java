package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private final Proxies proxies = trusting("10.0.0.0/8", "127.0.0.1");

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 6.6.6.6,                         203.0.113.9",
        "10.0.0.1,    203.0.113.9,                     203.0.113.9",
        "10.0.0.1,    '6.6.6.6, 203.0.113.9',          203.0.113.9",
        "10.0.0.1,    '203.0.113.9, 10.0.0.2',         203.0.113.9",
        "10.0.0.1,    '6.6.6.6, 203.0.113.9,10.0.0.2', 203.0.113.9",
        "10.0.0.1,    '10.0.0.3, 10.0.0.2',            10.0.0.3",
        "10.0.0.1,    2001:db8::1,                     2001:db8::1",
        "10.0.0.1,    'x, 10.0.0.2',                   10.0.0.2",
        "10.0.0.1,    '203.0.113.9, unknown',          10.0.0.1",
        "10.0.0.1,    '',                              10.0.0.1"
    })
    void believesTrustedOnesOnly(String peer, String forwarded, String client) {
        assertEquals(client, proxies.client(peer, forwarded));
    }

    /** Some proxies add a line of their own below what the client sent. */
    @Test
    void readsEveryLineOfTheHeader() {
        try (var server = new CorridorServer(
                proxies, Route.get("/client", CorridorServer::client).open())) {
            var answer =
                    server.send("GET", "/client", "", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "203.0.113.9");
            assertEquals("{\"client\":\"203.0.113.9\"}", answer.body());
        }
    }

    private static Proxies trusting(String... ranges) {
        return new Proxies(Stream.of(ranges)
                .map(Network::parse)
                .map(java.util.Optional::orElseThrow)
                .toList());
    }

    @Test
    void believesNobodyUnlessTold() {
        assertEquals("10.0.0.1", new Proxies(List.of()).client("10.0.0.1", "203.0.113.9"));
    }
}
