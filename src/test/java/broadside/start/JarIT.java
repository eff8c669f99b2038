package broadside.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one jar: what is in it, and what it says about itself. */
class JarIT {
    private static final String SERVICES = "META-INF/services/";
    private static final String DRIVERS = SERVICES + "java.sql.Driver";

    @TempDir
    Path temporary;

    @Test
    void holdsTheProvidersOfAllItsParts() throws IOException {
        try (var jar = new JarFile(Program.jar().toFile())) {
            var services = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(SERVICES) && !name.endsWith("/") && !name.equals(DRIVERS))
                    .toList();
            assertTrue(services.size() > 10, services.toString());
            for (var service : services) {
                var missing = onClassPath(service);
                missing.removeAll(providers(jar.getInputStream(jar.getEntry(service))));
                missing.removeIf(provider -> jar.getEntry(provider.replace('.', '/') + ".class") == null);
                assertEquals(Set.of(), missing, service);
            }
        }
    }

    /** Whoever connects to PostgreSQL loads all that are announced; those of the import must not come into a program that serves. */
    @Test
    void announcesNoDriverButPostgresqls() throws IOException {
        try (var jar = new JarFile(Program.jar().toFile())) {
            assertEquals(Set.of("org.postgresql.Driver"), providers(jar.getInputStream(jar.getEntry(DRIVERS))));
            assertNotNull(jar.getEntry("org/sqlite/JDBC.class"));
            assertNotNull(jar.getEntry("org/mariadb/jdbc/Driver.class"));
        }
    }

    @Test
    void isForSeveralJavasAndCarriesLicences() throws IOException {
        try (var jar = new JarFile(Program.jar().toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            assertEquals("broadside.Main", manifest.get(Attributes.Name.MAIN_CLASS));
            assertEquals("true", manifest.get(Attributes.Name.MULTI_RELEASE));
            var licence = new String(
                    jar.getInputStream(jar.getEntry("META-INF/LICENSE")).readAllBytes(), UTF_8);
            assertTrue(licence.strip().startsWith("Apache License"), "our own comes first");
            assertTrue(licence.contains("OnGres"), "and those of parts follow");
            var names = jar.stream().map(JarEntry::getName).toList();
            assertEquals(new HashSet<>(names).size(), names.size(), "nothing is in it twice");
            assertFalse(
                    names.stream().anyMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA)")), "no signatures");
        }
    }

    @Test
    void tellsItsVersionAndItsCommands() {
        assertTrue(said("--version").startsWith("Broadside 0.1.0\nJava "));
        var help = said("--help");
        assertTrue(help.startsWith("Usage: broadside ") && help.contains("serve") && help.contains("user"), help);
        var user = said("user", "--help");
        assertTrue(user.startsWith("Usage: broadside user ") && user.contains("promote"), user);
    }

    private String said(String... arguments) {
        try (var program = Program.run(Program.settings(temporary), arguments)) {
            assertEquals(0, program.exit(), program.errors());
            assertEquals("", program.errors());
            return program.output();
        }
    }

    private static Set<String> onClassPath(String service) throws IOException {
        Set<String> all = new HashSet<>();
        List<URL> files = Collections.list(JarIT.class.getClassLoader().getResources(service));
        for (var file : files) {
            all.addAll(providers(file.openStream()));
        }
        return all;
    }

    private static Set<String> providers(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
