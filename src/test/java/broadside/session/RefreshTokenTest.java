package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTokenTest {
    private static final Instant USED = Instant.parse("2030-01-31T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,false", "10000,false", "10001,true", "86400000,true"})
    void usedAgainAfterTenSecondsItIsStolen(long millis, boolean stolen) {
        assertEquals(stolen, token(USED.plusSeconds(100_000), USED).stolen(USED.plusMillis(millis)));
    }

    @Test
    void notUsedItIsNotStolen() {
        assertEquals(false, token(USED, null).stolen(USED.plus(Duration.ofDays(40))));
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "1,true"})
    void itEndsWhenItExpires(long millis, boolean over) {
        assertEquals(over, token(USED, null).over(USED.plusMillis(millis)));
    }

    private static RefreshToken token(Instant expires, @org.jspecify.annotations.Nullable Instant used) {
        return new RefreshToken(Buffer.buffer(), expires, used, false);
    }
}
