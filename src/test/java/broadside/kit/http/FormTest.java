package broadside.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.kit.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void readsFieldsAsBrowsersSendThem() {
        var expected = new JsonObject()
                .put("token", "a b&c")
                .put("newPassword", "é😀+")
                .put("empty", "");
        assertEquals(expected, Form.object(Buffer.buffer("token=a+b%26c&newPassword=%C3%A9%F0%9F%98%80%2B&empty=")));
        assertEquals(new JsonObject(), Form.object(Buffer.buffer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%00", "%00=1", "a=%", "a=%zz"})
    void refusesWhatCannotBeMeant(String body) {
        assertEquals(
                400,
                assertThrows(Problem.class, () -> Form.object(Buffer.buffer(body)))
                        .status());
    }
}
