package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.problem.StartupFailure;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As whom root, if we are root, runs a server that refuses root. */
@Tag("own-server")
class PrivilegesTest {
    @TempDir
    Path temporary;

    private Path folder;
    private UnixUser nobody;

    @BeforeEach
    void onlyAsRoot() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "this is about root");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = Files.createDirectory(temporary.resolve("data"));
        nobody = UnixUser.named("nobody").orElseThrow();
    }

    @Test
    void prefersANamespace() throws IOException {
        Privileges privileges = Privileges.ofRoot(folder, command -> true);
        assertEquals("unshare", privileges.prefix().get(0));
        assertTrue(UnixUser.owning(folder).isRoot());
    }

    @Test
    void givesTheFolderToAnOrdinaryUserWhereThereIsNoNamespace() throws IOException {
        Privileges privileges = Privileges.ofRoot(
                folder, command -> command.get(0).equals("setpriv") && command.contains("--reuid=" + nobody.uid()));
        assertEquals(nobody, privileges.user().orElseThrow());
        assertEquals(nobody, UnixUser.owning(folder));
    }

    @Test
    void saysWhenThereIsNoWay() throws IOException {
        StartupFailure failure = assertThrows(StartupFailure.class, () -> Privileges.ofRoot(folder, command -> false));
        assertTrue(String.valueOf(failure.getMessage()).contains("as an ordinary user"));
        assertTrue(String.valueOf(failure.getMessage()).contains("DATABASE_URL"));
        assertTrue(UnixUser.owning(folder).isRoot(), "the folder is root's as before");
    }

    @Test
    void runsAsTheOwnerOfTheFolder() throws Exception {
        Path prepared = Folders.setUp(temporary.resolve("prepared"));
        Files.delete(prepared.resolve("postgres-binaries"));
        Folders.copy(Path.of("target", "test-binaries").toAbsolutePath(), prepared.resolve("postgres-binaries"));
        nobody.own(prepared);
        try (EmbeddedDatabase database = EmbeddedDatabase.open(prepared, Use.SERVE)) {
            assertEquals("1", Sql.one(database.address(), "select 1"));
            Path process =
                    Path.of("/proc/" + Folders.postmaster(prepared).process().pid());
            assertEquals(nobody, UnixUser.owning(process));
        } finally {
            Folders.release(prepared);
        }
    }
}
