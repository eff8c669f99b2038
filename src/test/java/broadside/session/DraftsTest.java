package broadside.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadside.kit.problem.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
    private static final Instant NOW = Instant.parse("2030-01-31T08:00:00Z");

    private final JsonObject registration = new JsonObject()
            .put("username", "ada")
            .put("email", "ada@example.org")
            .put("password", "a long sentence is good");
    private final JsonObject token = new JsonObject()
            .put("name", "export")
            .put("scopes", new JsonArray().add("write").add("read"));

    @Test
    void aRegistrationTellsEverythingThatIsWrong() {
        registration
                .put("username", "9a")
                .put("email", "ada")
                .put("password", "short")
                .put("colour", "red");
        assertViolations(
                List.of("/username too-short", "/email format", "/password too-short", "/colour unknown"),
                () -> Registration.from(registration));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "ADA@example.org", "Ada.Lovelace"})
    void aPasswordIsNotTheName(String password) {
        registration.put("username", "ada.lovelace").put("password", password);
        assertViolations(List.of("/password not-allowed"), () -> Registration.from(registration));
    }

    @Test
    void passwordsCountCodePoints() {
        registration.put("password", "😀".repeat(256));
        assertEquals(
                registration.getString("password"),
                Registration.from(registration).password());
        registration.put("password", "😀".repeat(257));
        assertViolations(List.of("/password too-long"), () -> Registration.from(registration));
        registration.put("password", "😀".repeat(9));
        assertViolations(List.of("/password too-short"), () -> Registration.from(registration));
    }

    @Test
    void aTokenHasItsScopesInOrder() {
        assertEquals(List.of("read", "write"), TokenDraft.from(token, NOW).scopes());
    }

    @Test
    void aTokenNeedsANameScopesAndAFuture() {
        assertViolations(List.of("/name required", "/scopes required"), () -> TokenDraft.from(new JsonObject(), NOW));
        token.put("scopes", new JsonArray()).put("name", "\u200b").put("expiresAt", "2030-01-31T08:00:00Z");
        assertViolations(
                List.of("/name invisible", "/scopes too-short", "/expiresAt range"), () -> TokenDraft.from(token, NOW));
        token.remove("expiresAt");
        token.put("name", "export").put("scopes", new JsonArray().add("read").add("admin"));
        assertViolations(List.of("/scopes/1 enum"), () -> TokenDraft.from(token, NOW));
        token.put("scopes", new JsonArray().add("read").add("read"));
        assertViolations(List.of("/scopes/1 duplicate"), () -> TokenDraft.from(token, NOW));
        token.put("scopes", new JsonArray().add("read").add("write").add("session"));
        assertViolations(List.of("/scopes too-long"), () -> TokenDraft.from(token, NOW));
    }

    private static void assertViolations(List<String> expected, Executable reading) {
        var problem = assertThrows(Problem.class, reading);
        var found = problem.violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
        assertEquals(expected, found);
    }
}
