package broadside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.SettingsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code broadside config}. */
@Tag("any-server")
class ConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void tellsEachValueAndWhereItComesFrom() throws IOException {
        var file = Files.writeString(folder.resolve("settings"), "PORT=7000\nBROADSIDE_BIND=127.0.0.2\n");
        var told = run(Map.of("BROADSIDE_CONFIG", file.toString(), "BROADSIDE_BIND", "127.0.0.1"));
        assertEquals(0, told.exit(), told.error());
        assertTrue(has(told, "PORT", "file", "7000"), told.out());
        assertTrue(has(told, "BROADSIDE_BIND", "environment", "127.0.0.1"));
        assertTrue(has(told, "BROADSIDE_MANAGEMENT_PORT", "default", "9090"));
        assertTrue(has(told, "BROADSIDE_SMTP_URL", "default", ""));
    }

    @Test
    void hidesSecrets() {
        var told = run(Map.of(
                "DATABASE_URL", "postgresql://ada:hers-alone@db.example:5433/blog?sslmode=require",
                "BROADSIDE_SMTP_URL", "smtp://ada:hers-alone@mail.example:25",
                "OTEL_EXPORTER_OTLP_HEADERS", "api-key=hers-alone",
                "BROADSIDE_OAUTH_GITHUB_CLIENT_ID", "public",
                "BROADSIDE_OAUTH_GITHUB_CLIENT_SECRET", "hers-alone",
                "BROADSIDE_OAUTH_GITHUB_AUTHORIZE_URL", "https://github.example/authorize",
                "BROADSIDE_OAUTH_GITHUB_TOKEN_URL", "https://github.example/token",
                "BROADSIDE_OAUTH_GITHUB_PROFILE_URL", "https://github.example/profile"));
        assertEquals(0, told.exit(), told.error());
        assertFalse(told.out().contains("hers-alone"), told.out());
        assertTrue(has(told, "DATABASE_URL", "environment", "postgresql://(hidden)@db.example:5433/blog"), told.out());
        assertTrue(has(told, "BROADSIDE_SMTP_URL", "environment", "smtp://(hidden)@mail.example:25"));
        assertTrue(has(told, "OTEL_EXPORTER_OTLP_HEADERS", "environment", "(hidden)"));
        assertTrue(has(told, "BROADSIDE_OAUTH_GITHUB_CLIENT_ID", "environment", "public"));
        assertTrue(has(told, "BROADSIDE_OAUTH_GITHUB_CLIENT_SECRET", "environment", "(hidden)"));
    }

    @Test
    void tellsAllThatIsWrong() {
        var told = run(Map.of("PORT", "x", "BROADSIDE_COLOUR", "red"));
        assertEquals(1, told.exit());
        assertTrue(
                told.error().contains("PORT must") && told.error().contains("BROADSIDE_COLOUR is not"), told.error());
        assertEquals("", told.out());
    }

    @Test
    void explainsTheSettingsThereAre() {
        assertEquals(new Told(0, SettingsTable.markdown(), ""), run(Map.of("PORT", "x"), "--reference"));
    }

    private static boolean has(Told told, String name, String source, String value) {
        return Pattern.compile(
                        "(?m)^" + name + " +" + source + (value.isEmpty() ? "" : " +" + Pattern.quote(value)) + "$")
                .matcher(told.out())
                .find();
    }

    private static Told run(Map<String, String> environment, String... options) {
        var out = new StringWriter();
        var error = new StringWriter();
        var arguments = new java.util.ArrayList<>(java.util.List.of("config"));
        arguments.addAll(java.util.List.of(options));
        int exit = Broadside.run(
                arguments.toArray(String[]::new),
                environment,
                new PrintWriter(out, true),
                new PrintWriter(error, true));
        return new Told(exit, out.toString(), error.toString());
    }
}
