package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "HTTPS://Example.com/a?b=c&d=%20#e",
                "http://localhost:8080/x",
                "http://127.0.0.1/",
                "http://[::1]:80/",
                "https://bücher.example/größe",
                "https://例え.テスト/猫.jpg",
                "https://example.com:65535"
            })
    void takesAddressesOfTheWeb(String address) {
        assertTrue(WebAddress.valid(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/path",
                "//example.com/",
                "http:",
                "http://",
                "http:///path",
                "http:example.com",
                "https://?q",
                "ftp://example.com/",
                "javascript:alert(1)",
                "data:text/html,x",
                "mailto:a@b.cd",
                "http://user@example.com/",
                "http://user:secret@example.com/",
                "http://user@bücher.example/",
                "http://example.com@evil.example/",
                "http://example.com:65536/",
                "http://example.com:port/",
                "http://exa mple.com/",
                "http://example.com/a b",
                "http://example.com/\n",
                "http://example.com/\u0000",
                "http://example.com/\u200B",
                "http://example.com/\u202Egpj.exe",
                "http://example.com\\@evil.example",
                "http://ex_ample.com/",
                "http://-a.example/",
                "http://[::1/",
                "http://[zz]/",
                "http://a..b/",
                "http://exam%70le.com/",
                "http://example.com/%zz",
                "http://example.com/\uD800"
            })
    void refusesAllElse(String text) {
        assertFalse(WebAddress.valid(text));
    }

    @Test
    void boundsTheLength() {
        assertTrue(WebAddress.valid("http://example.com/" + "😀".repeat(481)));
        assertFalse(WebAddress.valid("http://example.com/" + "a".repeat(482)));
    }
}
