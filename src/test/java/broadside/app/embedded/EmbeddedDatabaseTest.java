package broadside.app.embedded;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.embedded.EmbeddedDatabase.Use;
import broadside.kit.db.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One server on a new folder: what it is like and who gets in. */
@Tag("own-server")
class EmbeddedDatabaseTest {
    @TempDir
    static Path temporary;

    private static Path folder;
    private static EmbeddedDatabase database;
    private static DatabaseAddress address;

    @BeforeAll
    static void open() {
        folder = temporary.resolve("new folder");
        database = EmbeddedDatabase.open(folder, Use.SERVE);
        address = database.address();
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        Folders.release(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8",
        "listen_addresses, 127.0.0.1",
        "max_connections, 60",
        "autovacuum_vacuum_insert_scale_factor, 0.05"
    })
    void isSetUpToKeepData(String setting, String value) throws SQLException {
        assertEquals(value, Sql.one(address, "show " + setting));
    }

    @Test
    void isPostgres18WithTheBuiltInLocale() throws SQLException {
        assertAll(
                () -> assertTrue(Sql.one(address, "show server_version").startsWith("18.")),
                () -> assertEquals(
                        "b C.UTF-8",
                        Sql.one(
                                address,
                                "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'broadside'")),
                () -> assertEquals("ÄÖΩЯ", Sql.one(address, "select upper('äöωя')")));
    }

    @Test
    void ownRoleOwnsTheDatabaseAndNoMore() throws SQLException {
        assertAll(
                () -> assertEquals("broadside", Sql.one(address, "select current_user")),
                () -> assertEquals("f", Sql.one(address, "select rolsuper from pg_roles where rolname = current_user")),
                () -> assertEquals(
                        "broadside",
                        Sql.one(
                                address,
                                "select datdba::regrole from pg_database where datname = current_database()")));
        Sql.run(address, "create extension pg_trgm");
        Sql.run(address, "create extension unaccent");
        Sql.run(address, "create extension citext");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        for (String user : new String[] {"broadside", "postgres", System.getProperty("user.name")}) {
            SQLException no = assertThrows(SQLException.class, () -> Sql.connect(address, user, "guess"));
            assertEquals("28P01", no.getSQLState());
        }
    }

    @Test
    void asksEveryoneForScramAndKeepsTimeInUtc() throws Exception {
        Passwords passwords = Passwords.read(folder.resolve("pgpass")).orElseThrow();
        try (Connection superuser = Sql.connect(address, "postgres", passwords.superuser())) {
            assertEquals(
                    "scram-sha-256",
                    Sql.one(superuser, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"));
            assertEquals(
                    "2", Sql.one(superuser, "select count(*) from pg_authid where rolpassword like 'SCRAM-SHA-256$%'"));
            assertEquals(
                    "1",
                    Sql.one(
                            superuser,
                            "select split_part(split_part(rolpassword, '$', 2), ':', 1) from pg_authid"
                                    + " where rolname = 'broadside'"),
                    "iterations, each paid for by every connection");
        }
    }

    @Test
    void keepsItsFilesPrivate() throws IOException {
        assertAll(
                () -> assertEquals("rwx------", mode(folder)),
                () -> assertEquals("rw-------", mode(folder.resolve("pgpass"))),
                () -> assertEquals("rwx------", mode(folder.resolve("postgres"))));
        Passwords passwords = Passwords.read(folder.resolve("pgpass")).orElseThrow();
        assertEquals(43, passwords.owner().length(), "256 bits in base64");
        assertNotEquals(passwords.owner(), passwords.superuser());
    }

    @Test
    void runsInASessionOfItsOwn() throws IOException {
        long pid = Folders.postmaster(folder).process().pid();
        String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = status.substring(status.lastIndexOf(')') + 2).split(" ", -1);
        assertEquals(Long.toString(pid), fields[3], "its session is its own, so Ctrl-C does not reach it");
    }

    @Test
    void secondToServeIsRefusedAndTheFirstKeepsTheLock() throws Exception {
        String refusal = Folders.refusal(folder, Use.SERVE);
        assertTrue(refusal.contains(folder.toRealPath() + " is in use by another instance"), refusal);
        assertTrue(refusal.contains("BROADSIDE_DATA_DIR"), refusal);
        try (ChildProcess other = ChildProcess.start(folder, Use.SERVE, "stay")) {
            assertEquals(refusal, other.next("failed"));
        }
    }

    @Test
    void commandInTheSameProcessJoins() throws SQLException {
        try (EmbeddedDatabase command = EmbeddedDatabase.open(folder, Use.COMMAND)) {
            assertEquals(address, command.address());
        }
        assertEquals("1", Sql.one(address, "select 1"));
        assertTrue(Folders.isServed(folder));
    }

    @Test
    void passwordsAreNotShown() {
        assertEquals("Passwords[]", Passwords.generate().toString());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
