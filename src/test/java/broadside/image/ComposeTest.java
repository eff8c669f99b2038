package broadside.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Config;
import broadside.app.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker-compose.yml}, and the file that makes two nodes of it, say what the program understands. */
@Tag("any-server")
class ComposeTest {
    private static final JsonObject ONE = ComposeFile.read("docker-compose.yml");
    private static final JsonObject TWO = ComposeFile.read("docker/two-nodes.yml");
    private static final JsonObject SECRET = service("secret");
    private static final JsonObject DATABASE = service("database");
    private static final JsonObject PROGRAM = service("broadside");
    /** What Compose puts in from its own environment, which is empty: {@code ${NAME:-otherwise}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:-([^{}]*)}");

    private static final Config DEFAULTS = Settings.read(Map.of());

    @TempDir
    Path folder;

    private static JsonObject service(String name) {
        return ONE.getJsonObject("services").getJsonObject(name);
    }

    @Test
    void nothingHasToBeSetAndEachSettingIsOne() {
        var settings = environment(PROGRAM);
        assertEquals("http://localhost:8080", Settings.read(settings).publicUrl());
        settings.putAll(environment(TWO.getJsonObject("services").getJsonObject("broadside")));
        var two = Settings.read(settings);
        assertEquals("https://localhost", two.publicUrl());
        assertFalse(two.trustedProxies().isEmpty());
        assertFalse(two.drain().isZero(), "the proxy notices before a node is gone");
    }

    @Test
    void thePortIsTheProgramsOwn() {
        assertEquals(
                "8080:" + DEFAULTS.port(),
                resolved(PROGRAM.getJsonArray("ports").getString(0)));
        assertEquals(
                "!reset",
                TWO.getJsonObject("services").getJsonObject("broadside").getString("ports"));
    }

    @Test
    void thePostgresqlIsOfTheVersionInside() throws IOException {
        var version =
                Pattern.compile("<postgresql-binaries.version>(\\d+)").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());
        for (var service : List.of(SECRET, DATABASE)) {
            assertEquals("postgres:" + version.group(1), service.getString("image"));
        }
        assertEquals(
                "/var/lib/postgresql",
                mounted(DATABASE).get("database"),
                "from 18 on a folder of the version is in it");
    }

    @Test
    void everyVolumeIsDeclaredAndOnlyTwoReadTheSecret() {
        var services = ONE.getJsonObject("services");
        var named = services.fieldNames().stream()
                .flatMap(name -> mounted(services.getJsonObject(name)).keySet().stream())
                .collect(Collectors.toSet());
        assertEquals(ONE.getJsonObject("volumes").fieldNames(), named);
        assertEquals("/secret:ro", mounted(DATABASE).get("secret"));
        assertEquals("/secret:ro", mounted(PROGRAM).get("secret"));
        assertTrue(mounted(TWO.getJsonObject("services").getJsonObject("proxy")).keySet().stream()
                .noneMatch("secret"::equals));
    }

    @Test
    void theProgramMayWriteOnlyWhereItMust() {
        assertTrue(PROGRAM.getBoolean("read_only"));
        assertEquals(new JsonArray().add("ALL"), PROGRAM.getJsonArray("cap_drop"));
        assertEquals("/data", mounted(PROGRAM).get("data"));
        assertNotNull(PROGRAM.getString("mem_limit"));
        assertEquals("unless-stopped", PROGRAM.getString("restart"));
    }

    @Test
    void eachWaitsForWhatItNeeds() {
        assertEquals("service_completed_successfully", condition(DATABASE, "secret"));
        assertEquals("service_healthy", condition(PROGRAM, "database"));
        var user = DATABASE.getJsonObject("environment").getString("POSTGRES_USER");
        assertTrue(DATABASE.getJsonObject("healthcheck").getJsonArray("test").contains(user));
        assertEquals("service_healthy", condition(TWO.getJsonObject("services").getJsonObject("proxy"), "broadside"));
    }

    @Test
    void aPasswordIsMadeOnceAndReachesTheProgram() throws Exception {
        var first = runSecret("");
        assertTrue(password().length() >= 32, password());
        assertEquals(password(), first.password());
        assertEquals(DATABASE.getJsonObject("environment").getString("POSTGRES_USER"), first.user());
        assertEquals(DATABASE.getJsonObject("environment").getString("POSTGRES_DB"), first.database());
        assertTrue(ONE.getJsonObject("services").containsKey(first.host()));
        assertEquals(first, runSecret("too late"));
        Files.delete(folder.resolve("password"));
        assertNotEquals(first, runSecret(""));
    }

    @Test
    void aGivenPasswordWinsWhateverIsInIt() throws Exception {
        var given = "p@ss w/rd?#%:ü'\"$x";
        assertEquals(given, runSecret(given).password());
    }

    @Test
    void theProxyAsksThePortOfTheNodes() throws IOException {
        var proxy = TWO.getJsonObject("services").getJsonObject("proxy");
        var file = proxy.getJsonArray("volumes").getString(0).split(":", 2)[0];
        assertTrue(Files.readString(Path.of(file)).contains("dynamic a broadside " + DEFAULTS.port() + " {"));
    }

    /** Runs what makes the password, in a folder of ours, and reads the address as the program would. */
    private broadside.kit.db.DatabaseAddress runSecret(String given) throws Exception {
        var entrypoint = SECRET.getJsonArray("entrypoint");
        var script = entrypoint.getString(2).replace("$$", "$").replace("/secret", folder.toString());
        assertTrue(script.contains("chown 10001 "), script);
        var builder = new ProcessBuilder(
                entrypoint.getString(0), entrypoint.getString(1), script.replace("chown 10001 ", "chmod 400 "));
        builder.environment().put("GIVEN", given);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        var url = Files.readString(folder.resolve("database-url"));
        Files.delete(folder.resolve("database-url"));
        return java.util.Objects.requireNonNull(
                Settings.read(Map.of("DATABASE_URL", url)).database());
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    private static String condition(JsonObject service, String of) {
        return service.getJsonObject("depends_on").getJsonObject(of).getString("condition");
    }

    private static Map<String, String> environment(JsonObject service) {
        var variables = new HashMap<String, String>();
        service.getJsonObject("environment")
                .forEach(variable -> variables.put(variable.getKey(), resolved(String.valueOf(variable.getValue()))));
        return variables;
    }

    private static String resolved(String text) {
        var once = VARIABLE.matcher(text).replaceAll("$1");
        return once.equals(text) ? text : resolved(once);
    }

    /** Named volumes and where they are. */
    private static Map<String, String> mounted(JsonObject service) {
        return Stream.of(service.getJsonArray("volumes", new JsonArray()))
                .flatMap(JsonArray::stream)
                .map(volume -> volume.toString().split(":", 2))
                .filter(volume -> !volume[0].startsWith("."))
                .collect(Collectors.toMap(volume -> volume[0], volume -> volume[1]));
    }
}
