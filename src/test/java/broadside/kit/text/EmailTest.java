package broadside.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cd",
                "first.last+tag@example.com",
                "o'neil@example.co.uk",
                "\"a b\"@example.com",
                "\"a\\\"b@c\"@example.com",
                "root@localhost",
                "a@[192.168.0.1]",
                "a@bücher.example",
                "a@例え.テスト",
                "a@xn--bcher-kva.example",
                "a@1.example",
                "a@example.c0m"
            })
    void takesAddresses(String address) {
        assertTrue(Email.valid(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.cd",
                "a@",
                "a@b",
                "a@@b.cd",
                "a b@c.de",
                ".a@b.cd",
                "a.@b.cd",
                "a..b@c.de",
                "a@.cd",
                "a@b..cd",
                "a@b.cd.",
                "a@-b.cd",
                "a@b_c.de",
                "a@b.cd\n",
                "a@b.cd\r\nBcc: x@y.z",
                "a\n@b.cd",
                "\"a\nb\"@c.de",
                "\"a\\\nb\"@c.de",
                "\"\"@b.cd",
                "\"a\"b\"@c.de",
                "a@b.cd\u0000",
                "a@b\u200B .cd",
                "a@192.168.0.1",
                "a@[192.168.0.256]",
                "a@[::1]",
                "a@b.12",
                "ü@b.cd",
                "a,b@c.de",
                "<a@b.cd>"
            })
    void refusesAllElse(String text) {
        assertFalse(Email.valid(text));
    }

    @Test
    void boundsTheLength() {
        String domain = "@" + "d".repeat(50) + ".example";
        assertTrue(Email.valid("a".repeat(61) + domain));
        assertFalse(Email.valid("a".repeat(62) + domain), "121 in all");
        assertFalse(Email.valid("a".repeat(65) + "@b.cd"), "RFC 5321 has 64 before the @");
        assertFalse(Email.valid("a@" + "d".repeat(64) + ".example"), "and 63 in a label");
    }

    @ParameterizedTest
    @CsvSource({
        "Alice@Example.COM, alice@example.com",
        "a@BÜCHER.example, a@xn--bcher-kva.example",
        "'\"alice\"@example.com', alice@example.com",
        "'\"a b\"@example.com', '\"a b\"@example.com'",
        "NOT AN ADDRESS, not an address"
    })
    void hasOneKeyForOneMailbox(String address, String key) {
        assertEquals(key, Email.key(address));
    }

    @Test
    void sendsToTheDomainInAscii() {
        assertEquals("Anna@xn--bcher-kva.example", Email.ascii("Anna@Bücher.example"));
    }
}
