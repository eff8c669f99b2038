package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.problem.StartupFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void nothingNeedsToBeSet() {
        var config = Settings.read(Map.of("PATH", "/bin", "BROADSIDE_SMTP_URL", " "));
        assertEquals(8080, config.port());
        assertEquals(9090, config.managementPort());
        assertEquals("0.0.0.0", config.bind());
        assertEquals(Path.of("./data"), config.dataFolder());
        assertEquals(1.0, config.rateLimitFactor());
        assertEquals(Duration.ZERO, config.drain());
        assertEquals(List.of(), config.trustedProxies());
        assertEquals(Set.of("realworld", "microblog"), config.dialects());
        assertNull(config.database());
        assertNull(config.smtp());
        assertNull(config.publicUrl());
    }

    @Test
    void everythingCanBeSet() {
        var config = Settings.read(Map.ofEntries(
                Map.entry("PORT", "0"),
                Map.entry("DATABASE_URL", "postgresql://ada:pw@db/blog"),
                Map.entry("BROADSIDE_BIND", "127.0.0.1"),
                Map.entry("BROADSIDE_DATA_DIR", "/srv/blog"),
                Map.entry("BROADSIDE_MANAGEMENT_PORT", "65535"),
                Map.entry("BROADSIDE_PUBLIC_URL", "https://blog.example.org/api/"),
                Map.entry("BROADSIDE_CORS_ORIGINS", "https://a.example, http://localhost:3000"),
                Map.entry("BROADSIDE_SMTP_URL", "smtps://ada:pw@mail.example.org"),
                Map.entry("BROADSIDE_MAIL_FROM", "blog@example.org"),
                Map.entry("BROADSIDE_RESET_URL", "https://blog.example.org/reset?x=1"),
                Map.entry("BROADSIDE_POST_URL", "https://blog.example.org/post/{id}"),
                Map.entry("BROADSIDE_SECURITY_CONTACT", "mailto:security@blog.example.org"),
                Map.entry("BROADSIDE_RATE_LIMIT_FACTOR", "0.5"),
                Map.entry("BROADSIDE_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
                Map.entry("BROADSIDE_DIALECTS", "realworld"),
                Map.entry("BROADSIDE_DRAIN_SECONDS", "5")));
        assertEquals("https://blog.example.org/api", config.publicUrl());
        assertEquals(List.of("https://a.example", "http://localhost:3000"), config.corsOrigins());
        assertEquals("mailto:security@blog.example.org", config.securityContact());
        assertEquals(0.5, config.rateLimitFactor());
        assertEquals(Duration.ofSeconds(5), config.drain());
        assertEquals(2, config.trustedProxies().size());
        assertEquals(Set.of("realworld"), config.dialects());
        assertEquals("postgresql://ada@db:5432/blog", String.valueOf(config.database()));
    }

    @Test
    void dialectsCanBeSwitchedOff() {
        assertEquals(
                Set.of(), Settings.read(Map.of("BROADSIDE_DIALECTS", "none")).dialects());
        assertEquals(
                Set.of("realworld", "microblog"),
                Settings.read(Map.of("BROADSIDE_DIALECTS", "microblog, realworld"))
                        .dialects());
    }

    @ParameterizedTest
    @CsvSource({
        "PORT,                        eighty",
        "PORT,                        65536",
        "PORT,                        -1",
        "DATABASE_URL,                db",
        "BROADSIDE_MANAGEMENT_PORT,   9090.0",
        "BROADSIDE_PUBLIC_URL,        blog.example.org",
        "BROADSIDE_PUBLIC_URL,        https://blog.example.org/?a=b",
        "BROADSIDE_PUBLIC_URL,        https://ada:pw@blog.example.org",
        "BROADSIDE_CORS_ORIGINS,      https://a.example/path",
        "BROADSIDE_CORS_ORIGINS,      *",
        "BROADSIDE_SMTP_URL,          mail.example.org:25",
        "BROADSIDE_MAIL_FROM,         nobody",
        "BROADSIDE_RESET_URL,         javascript:alert(1)",
        "BROADSIDE_POST_URL,          https://blog.example.org/post",
        "BROADSIDE_POST_URL,          javascript:{id}",
        "BROADSIDE_SECURITY_CONTACT,  security@blog.example.org",
        "BROADSIDE_SECURITY_CONTACT,  mailto:nobody",
        "BROADSIDE_SECURITY_CONTACT,  http://blog.example.org/security",
        "BROADSIDE_SECURITY_CONTACT,  https://",
        "BROADSIDE_SECURITY_CONTACT,  tel:110",
        "BROADSIDE_RATE_LIMIT_FACTOR, -1",
        "BROADSIDE_RATE_LIMIT_FACTOR, NaN",
        "BROADSIDE_TRUSTED_PROXIES,   localhost",
        "BROADSIDE_DIALECTS,          esperanto",
        "BROADSIDE_DRAIN_SECONDS,     301",
        "BROADSIDE_COLOUR,            red"
    })
    void eachFaultNamesItsSetting(String name, String value) {
        assertTrue(faults(Map.of(name, value)).contains(name + " "));
    }

    @Test
    void tellsEveryFaultAtOnceAndNoSecret() {
        var environment = new HashMap<String, String>();
        environment.put("PORT", "x");
        environment.put("DATABASE_URL", "postgresql://ada:SECRET@db,other/blog");
        environment.put("BROADSIDE_SMTP_URL", "smtp//ada:SECRET@mail");
        environment.put("BROADSIDE_RATE_LIMIT_FACTOR", "SECRET");
        environment.put("BROADSIDE_TOKEN", "SECRET");
        var told = faults(environment);
        environment.keySet().forEach(name -> assertTrue(told.contains(name), told));
        assertFalse(told.contains("SECRET"), told);
        assertEquals(1, told.lines().count());
    }

    private static String faults(Map<String, String> environment) {
        return String.valueOf(assertThrows(StartupFailure.class, () -> Settings.read(environment))
                .getMessage());
    }
}
