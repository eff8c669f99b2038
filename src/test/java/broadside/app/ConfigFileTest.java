package broadside.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.kit.problem.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings from a file. */
@Tag("any-server")
class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void theEnvironmentHasTheLastWord() throws IOException {
        var config = read("""
                # a comment
                PORT = 7000
                BROADSIDE_BIND=127.0.0.1
                OTEL_SERVICE_NAME=blög
                BROADSIDE_DRAIN_SECONDS=
                """, "PORT", "7001", "BROADSIDE_BIND", " ");
        assertEquals(7001, config.port());
        assertEquals("127.0.0.1", config.bind(), "what is blank is not set");
        assertEquals("blög", config.tracing().service());
        assertEquals(0, config.drain().toSeconds());
    }

    @Test
    void allFaultsOfBothAreToldAtOnce() {
        var told = faults("""
                BROADSIDE_RATE_LIMIT_FACTOR=SECRET
                BROADSIDE_COLOUR=SECRET
                COLOUR=SECRET
                PORT=1
                PORT=2
                BROADSIDE_CONFIG=other
                """, "BROADSIDE_MANAGEMENT_PORT", "x", "BROADSIDE_SHAPE", "round");
        for (var name : new String[] {
            "BROADSIDE_RATE_LIMIT_FACTOR must",
            "BROADSIDE_COLOUR in ",
            "; COLOUR in ",
            "PORT stands twice",
            "BROADSIDE_CONFIG in ",
            "BROADSIDE_MANAGEMENT_PORT must",
            "BROADSIDE_SHAPE is not"
        }) {
            assertTrue(told.contains(name), name + " is missing in: " + told);
        }
        assertFalse(told.contains("SECRET"), told);
        assertEquals(1, told.lines().count());
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsAFault() throws IOException {
        var missing = folder.resolve("missing").toString();
        assertTrue(faultsOf(Map.of("BROADSIDE_CONFIG", missing))
                .contains("BROADSIDE_CONFIG " + missing + " cannot be read"));
        assertTrue(faultsOf(Map.of("BROADSIDE_CONFIG", folder.toString())).contains("cannot be read"));
        var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(faultsOf(Map.of("BROADSIDE_CONFIG", binary.toString())).contains("UTF-8"));
    }

    @Test
    void providersCanStandInItToo() throws IOException {
        var config = read("""
                BROADSIDE_OAUTH_GITHUB_CLIENT_ID=id
                BROADSIDE_OAUTH_GITHUB_CLIENT_SECRET=secret
                BROADSIDE_OAUTH_GITHUB_AUTHORIZE_URL=https://github.example/authorize
                BROADSIDE_OAUTH_GITHUB_TOKEN_URL=https://github.example/token
                """, "BROADSIDE_OAUTH_GITHUB_PROFILE_URL", "https://github.example/profile");
        assertEquals(1, config.microblog().providers().size());
    }

    private Config read(String file, String... pairs) throws IOException {
        return Settings.read(environment(file, pairs));
    }

    private Map<String, String> environment(String file, String... pairs) throws IOException {
        var all = new HashMap<String, String>();
        all.put(
                "BROADSIDE_CONFIG",
                Files.writeString(folder.resolve("settings"), file).toString());
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private String faults(String file, String... pairs) {
        try {
            return faultsOf(environment(file, pairs));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static String faultsOf(Map<String, String> environment) {
        return String.valueOf(assertThrows(StartupFailure.class, () -> Settings.read(environment))
                .getMessage());
    }
}
