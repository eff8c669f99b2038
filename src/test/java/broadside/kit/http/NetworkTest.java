package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,      10.255.0.1,       true",
        "10.0.0.0/8,      11.0.0.1,         false",
        "10.1.2.3,        10.1.2.3,         true",
        "10.1.2.3,        10.1.2.4,         false",
        "192.168.0.0/23,  192.168.1.255,    true",
        "192.168.0.0/23,  192.168.2.0,      false",
        "0.0.0.0/0,       203.0.113.9,      true",
        "0.0.0.0/0,       2001:db8::1,      false",
        "::/0,            2001:db8::1,      true",
        "2001:db8::/33,   2001:db8:7fff::1, true",
        "2001:db8::/33,   2001:db8:8000::1, false",
        "::1,             0:0:0:0:0:0:0:1,  true",
        "127.0.0.1,       unknown,          false"
    })
    void holdsItsAddresses(String range, String address, boolean inside) {
        assertEquals(inside, Network.parse(range).orElseThrow().contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "1.2.3.4:80"
            })
    void isNothingElse(String text) {
        assertTrue(Network.parse(text).isEmpty(), text);
    }
}
