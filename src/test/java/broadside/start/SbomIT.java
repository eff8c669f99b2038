package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Program;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar says what it is made of (CycloneDX 1.6). */
class SbomIT {
    private static final String OWN = "META-INF/maven/dev.broadside/";
    /** One library that was built from several. */
    private static final String ICU = "META-INF/maven/com.ibm.icu/";

    @Test
    void listsWhateverIsInTheJarAndNothingOfTheTests() throws IOException {
        try (var jar = new JarFile(Program.jar().toFile())) {
            var listed = listed(jar);
            var missing = new TreeSet<>(packed(jar));
            missing.removeAll(listed);
            assertEquals(Set.of(), missing);
            assertTrue(listed.size() > 50, listed::toString);
            assertFalse(listed.stream().anyMatch(part -> part.startsWith("junit")), listed::toString);
        }
    }

    /** Name and version of each component. */
    private static Set<String> listed(JarFile jar) throws IOException {
        try (var file = jar.getInputStream(jar.getEntry("META-INF/sbom/broadside.cdx.json"))) {
            var sbom = Buffer.buffer(file.readAllBytes()).toJsonObject();
            assertEquals("CycloneDX", sbom.getString("bomFormat"));
            return sbom.getJsonArray("components").stream()
                    .map(JsonObject.class::cast)
                    .map(component -> component.getString("name") + " " + component.getString("version"))
                    .collect(Collectors.toSet());
        }
    }

    /** Name and version of each part that Maven has built. */
    private static Set<String> packed(JarFile jar) throws IOException {
        var parts = new TreeSet<String>();
        for (var entry : jar.stream().map(JarEntry::getName).toList()) {
            if (entry.matches("META-INF/maven/.*/pom\\.properties")
                    && !entry.startsWith(OWN)
                    && !entry.startsWith(ICU)) {
                var properties = new Properties();
                properties.load(jar.getInputStream(jar.getEntry(entry)));
                parts.add(properties.getProperty("artifactId") + " " + properties.getProperty("version"));
            }
        }
        assertTrue(parts.size() > 20, parts::toString);
        return parts;
    }
}
