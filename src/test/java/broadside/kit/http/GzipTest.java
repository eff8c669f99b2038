package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {
    private static final Buffer LONG = Buffer.buffer("word ".repeat(1_000));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip               | true",
                "GZIP;q=0.5         | true",
                "br, gzip, deflate  | true",
                "*                  | true",
                "''                 | false",
                "identity           | false",
                "br                 | false",
                "gzip;q=0           | false",
                "gzip; q=0.000      | false",
                "gzip;q=0, *        | false",
                "*, gzip;q=0        | false",
                "*;q=0, gzip        | true",
                "gzipped            | false"
            })
    void isUsedWhereTheClientTakesIt(String acceptEncoding, boolean pays) {
        assertEquals(pays, Gzip.pays(LONG, acceptEncoding));
    }

    @Test
    void leavesSmallBodiesAlone() {
        assertFalse(Gzip.pays(LONG, null));
        assertFalse(Gzip.pays(Buffer.buffer("a".repeat(4_095)), "gzip"));
        assertTrue(Gzip.pays(Buffer.buffer("a".repeat(4_096)), "gzip"));
    }

    @Test
    void losesNothing() throws IOException {
        var packed = Gzip.of(LONG);
        assertTrue(packed.length() < LONG.length() / 10);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.getBytes()))) {
            assertArrayEquals(LONG.getBytes(), unpacked.readAllBytes());
        }
    }
}
