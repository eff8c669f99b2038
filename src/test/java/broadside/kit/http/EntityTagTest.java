package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final String TAG = EntityTag.of(7, Buffer.buffer("body"));

    @Test
    void tellsVersionAndRepresentation() {
        assertTrue(TAG.matches("\"7-[\\w-]{16}\""), TAG);
        assertEquals(TAG, EntityTag.of(7, Buffer.buffer("body")));
        assertNotEquals(TAG, EntityTag.of(7, Buffer.buffer("bodY")));
        assertNotEquals(TAG, EntityTag.of(8, Buffer.buffer("body")));
    }

    @Test
    void ifNoneMatchComparesAllOfItWeakly() {
        assertTrue(EntityTag.noneMatches(TAG, TAG));
        assertTrue(EntityTag.noneMatches("W/" + TAG, TAG));
        assertTrue(EntityTag.noneMatches("\"1-x\" , " + TAG, TAG));
        assertTrue(EntityTag.noneMatches("*", TAG));
        assertFalse(EntityTag.noneMatches("\"7-other\"", TAG));
        assertFalse(EntityTag.noneMatches(TAG.replace("\"", ""), TAG));
        assertFalse(EntityTag.noneMatches(null, TAG));
        assertFalse(EntityTag.noneMatches("*", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-abc\"", "\"6-a\", \"7-b\"", "*", " \"7-\" "})
    void ifMatchNamesTheVersion(String header) {
        assertTrue(EntityTag.namesVersion(header, 7));
    }

    /** If-Match compares strongly (RFC 9110, 13.1.1): a weak tag names nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "7-abc", "\"7\"", "\"77-abc\"", "\"17-abc\"", "W/\"7-abc\"", "\"6-abc\"", "\"-7-abc\""})
    void anythingElseNamesAnother(String header) {
        assertFalse(EntityTag.namesVersion(header, 7));
    }
}
