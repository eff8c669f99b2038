package broadside.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsEveryKindOfValue() {
        var read = StrictJson.object(Buffer.buffer("""
                {"text": "é😀\\u00e9\\ud83d\\ude00", "whole": 7, "exact": 0.10, "huge": 1e400, "long": 123456789012345678901,
                 "yes": true, "nothing": null, "list": [1, [null]], "object": {"inner": {}}}"""));
        assertEquals("é😀é😀", read.getString("text"));
        assertEquals(7, read.getValue("whole"));
        assertEquals(new BigDecimal("0.10"), read.getValue("exact"));
        assertEquals(new BigDecimal("1e400"), read.getValue("huge"));
        assertEquals(new BigInteger("123456789012345678901"), read.getValue("long"));
        assertEquals("[1,[null]]", read.getJsonArray("list").encode());
        assertEquals("{\"inner\":{}}", read.getJsonObject("object").encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "\"a\"",
                "{",
                "{}x",
                "{}{}",
                "{} null",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\"}",
                "{\"a\":1 /* b */}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":1,\"\\u0061\":2}",
                "\uFEFF{}"
            })
    void refusesWhatIsNoObject(String text) {
        assertEquals("malformed-json", problem(text).type().code());
    }

    @Test
    void boundsDepthAndDigitsAndNames() {
        assertEquals("malformed-json", problem(nested(33)).type().code());
        StrictJson.object(Buffer.buffer(nested(32)));
        assertEquals(
                "malformed-json",
                problem("{\"a\":" + "9".repeat(101) + "}").type().code());
        StrictJson.object(Buffer.buffer("{\"a\":" + "9".repeat(100) + "}"));
        assertEquals(
                "malformed-json",
                problem("{\"" + "n".repeat(50_000) + "\":1}").type().code());
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    @Test
    void takesUtf8Only() {
        var latin = Buffer.buffer("{\"a\":\"").appendByte((byte) 0xE9).appendString("\"}");
        var overlong = Buffer.buffer("{\"a\":\"")
                .appendBytes(new byte[] {(byte) 0xC0, (byte) 0x80})
                .appendString("\"}");
        var utf16 = Buffer.buffer("{\"a\":1}", "UTF-16");
        for (var wrong : List.of(latin, overlong, utf16)) {
            var problem = assertThrows(Problem.class, () -> StrictJson.object(wrong));
            assertEquals("malformed-json", problem.type().code());
        }
    }

    @Test
    void pointsAtTextThatCannotBeStored() {
        assertEquals("/a", violation("{\"a\":\"x\\u0000\"}").pointer());
        assertEquals("/a/1", violation("{\"a\":[\"b\",\"\\ud83d\"]}").pointer());
        assertEquals(
                "well-formed", violation("{\"a\":{\"b\":\"\\ude00\\ud83d\"}}").code());
        assertEquals("well-formed", violation("{\"\\u0000\":1}").code());
    }

    private static Violation violation(String text) {
        return problem(text).violations().get(0);
    }

    private static Problem problem(String text) {
        return assertThrows(Problem.class, () -> StrictJson.object(Buffer.buffer(text)), text);
    }
}
