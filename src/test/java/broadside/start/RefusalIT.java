package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.DataFolder;
import broadside.testing.DatabaseProxy;
import broadside.testing.OlderSchema;
import broadside.testing.Program;
import broadside.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the program from starting is told in one line, with what to do about it. */
class RefusalIT {
    @TempDir
    Path temporary;

    @Test
    void aPortThatSomebodyHas() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var folder = DataFolder.create();
                var api = serve(folder.path(), "PORT", port(taken));
                var management = serve(temporary, "BROADSIDE_MANAGEMENT_PORT", port(taken))) {
            api.tells("Port " + port(taken) + " cannot be used", "stop the program", "set PORT to another");
            management.tells("Port " + port(taken) + " cannot be used", "set BROADSIDE_MANAGEMENT_PORT to another");
            assertEquals("", folder.log(), "no server is started for nothing");
        }
    }

    @Test
    void aDataFolderOfAnotherInstance() {
        try (var folder = DataFolder.create();
                var first = Program.serve(Program.settings(folder.path()))) {
            first.port();
            try (var second = serve(folder.path())) {
                second.tells(folder.path() + " is in use by another instance", "set BROADSIDE_DATA_DIR");
            }
            assertEquals(200, Program.health(first.managementPort(), "ready"));
            first.signal("TERM");
            assertEquals(0, first.exit());
        }
    }

    @Test
    void aDataFolderThatIsNone() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "");
        try (var isAFile = serve(file);
                var cannotBeMade = serve(Path.of("/proc/broadside"))) {
            isAFile.tells(file + " is not a folder", "set BROADSIDE_DATA_DIR");
            cannotBeMade.tells("/proc/broadside cannot be", "set BROADSIDE_DATA_DIR");
        }
    }

    @Test
    void aServerOfItsOwnThatDoesNotLetItIn() throws IOException {
        try (var folder = DataFolder.create()) {
            try (var once = Program.serve(Program.settings(folder.path()))) {
                once.port();
                once.signal("TERM");
                assertEquals(0, once.exit());
            }
            var passwords = folder.path().resolve("pgpass");
            Files.writeString(
                    passwords, Files.readString(passwords).replaceAll("(?m)^(.*:broadside:).*$", "$1wrongsecret"));
            try (var program = serve(folder.path())) {
                var line = program.tells("does not let us in", "password authentication failed", "delete " + passwords);
                assertFalse(line.contains("wrongsecret"), line);
            }
            Files.delete(passwords);
            try (var again = Program.serve(Program.settings(folder.path()))) {
                assertEquals(200, Program.health(again.managementPort(), "ready"));
                again.signal("TERM");
                assertEquals(0, again.exit());
            }
        }
    }

    @Test
    void aDatabaseThatDoesNotLetUsIn() {
        var right = TestDatabase.fresh();
        var stranger = new DatabaseAddress(
                right.host(), right.port(), right.database(), right.user(), "wrongsecret", right.sslMode());
        var nowhere = new DatabaseAddress(
                right.host(), right.port(), "nowhere", right.user(), right.password(), right.sslMode());
        try (var password = on(stranger);
                var database = on(nowhere)) {
            var line = password.tells("does not let us in", "password authentication failed", "check DATABASE_URL");
            assertFalse(line.contains("wrongsecret"), line);
            database.tells("\"nowhere\" does not exist", "check DATABASE_URL");
        }
    }

    @Test
    void aDatabaseThatIsTooOld() throws IOException {
        try (var proxy = DatabaseProxy.to(TestDatabase.fresh())) {
            proxy.pretend(String.valueOf(TestDatabase.ask(proxy.address(), "show server_version_num")), "140022");
            try (var old = on(proxy.address())) {
                old.tells("is PostgreSQL 14, which is too old", "use PostgreSQL 15 or newer");
            }
        }
    }

    @Test
    void aDatabaseOfSomebodyElse() {
        var theirs = TestDatabase.fresh();
        TestDatabase.execute(theirs, "create table account (theirs text)");
        var half = TestDatabase.fresh();
        OlderSchema.migrate(half, "001");
        TestDatabase.execute(half, "create table account (theirs text)");
        try (var notOurs = on(theirs);
                var conflict = on(half)) {
            notOurs.tells("has tables but no history", "set DATABASE_URL to an empty database", "broadside db adopt");
            conflict.tells("V002__accounts.sql failed", "\"account\" already exists", "broadside db adopt");
        }
        assertEquals("1", TestDatabase.ask(half, "select count(*) from flyway_schema_history"));
    }

    @Test
    void aDatabaseWithAnotherHistory() {
        try (var changed = history("update flyway_schema_history set checksum = 7 where version in ('002', '003')");
                var newer = history("""
                        insert into flyway_schema_history
                        select 99, '099', 'future', 'SQL', 'V099__future.sql', 5, installed_by, now(), 1, true
                        from flyway_schema_history limit 1""");
                var missing = history("delete from flyway_schema_history where version = '002'");
                var other = history("update flyway_schema_history set version = '000.5' where version = '001'")) {
            changed.tells("Migration 002 (accounts), 003 (sessions) was changed", "restore the changed file");
            newer.tells("newer than this program", "099 (future)", "start the newer program");
            missing.tells("has not had migration 002 (accounts)");
            other.tells("has had migration 000.5");
        }
    }

    @Test
    void everythingWrongWithTheSettingsAtOnce() {
        try (var program = serve(
                temporary,
                "PORT",
                "http",
                "DATABASE_URL",
                "postgresql://me:hunter2 x@example.com/blog",
                "BROADSIDE_SMTP_URL",
                "ftp://me:hunter3@example.com",
                "BROADSIDE_PUBLIC_URL",
                "https://me:hunter4@example.com",
                "BROADSIDE_DRAIN_SECONDS",
                "-1",
                "BROADSIDE_RATE_LIMIT_FACTOR",
                "NaN",
                "BROADSIDE_COLOUR",
                "blue",
                "BROADSIDE_SMELL",
                "fish",
                "COLOUR",
                "blue")) {
            var line = program.tells(
                    "PORT must be a whole number from 0 to 65535",
                    "DATABASE_URL cannot be read",
                    "BROADSIDE_SMTP_URL must be smtp://",
                    "BROADSIDE_PUBLIC_URL must be an http or https address",
                    "BROADSIDE_DRAIN_SECONDS must be",
                    "BROADSIDE_RATE_LIMIT_FACTOR must be",
                    "BROADSIDE_COLOUR is not a setting",
                    "BROADSIDE_SMELL is not a setting");
            assertFalse(line.contains("hunter"), line);
            assertFalse(line.contains("; COLOUR"), line);
        }
    }

    @Test
    void anAddressThatIsNotOurs() {
        try (var unknown = serve(temporary, "BROADSIDE_BIND", "192.0.2.1");
                var certificate = serve(
                        temporary,
                        "DATABASE_URL",
                        "postgresql://me:hunter2@localhost/blog?sslmode=verify-full&sslrootcert=/nowhere.pem")) {
            unknown.tells("No port can be opened on 192.0.2.1", "set BROADSIDE_BIND");
            var line = certificate.tells("DATABASE_URL names an sslrootcert that cannot be read");
            assertFalse(line.contains("hunter"), line);
        }
    }

    @Test
    void aWrongCommandLine() {
        try (var option = command("--colour");
                var command = command("sing");
                var missing = command("user", "create", "ann");
                var none = command("user");
                var role = command("user", "promote", "ann", "--role", "king")) {
            option.tells("--colour", "broadside --help");
            command.tells("sing", "broadside --help");
            missing.tells("--email", "broadside user create --help");
            none.tells("Missing required subcommand", "broadside user --help");
            role.tells("no role king", "reader, author, moderator or admin");
            assertEquals(2, option.program().exit());
            assertEquals(1, role.program().exit());
        }
    }

    private Refused history(String change) {
        var database = TestDatabase.fresh();
        OlderSchema.migrate(database, "latest");
        TestDatabase.execute(database, change);
        return on(database);
    }

    private Refused on(DatabaseAddress database) {
        return serve(temporary, "DATABASE_URL", TestDatabase.url(database));
    }

    private static Refused serve(Path folder, String... settings) {
        return new Refused(Program.serve(Program.settings(folder, settings)));
    }

    private Refused command(String... arguments) {
        return new Refused(Program.run(Program.settings(temporary), arguments));
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }
}
