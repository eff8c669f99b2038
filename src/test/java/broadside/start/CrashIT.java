package broadside.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.testing.Client;
import broadside.testing.DataFolder;
import broadside.testing.Eventually;
import broadside.testing.Program;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes die, the data does not; and other commands beside the one that serves. */
class CrashIT {
    private static final Duration END = Duration.ofSeconds(10);
    private static final Pattern PASSWORD = Pattern.compile("Password: (\\S+)");

    private final DataFolder folder = DataFolder.create();

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void nothingIsLostWhenTheProgramOrItsServerIsKilled() {
        String post;
        ProcessHandle server;
        try (var program = serve()) {
            var written = program.client().register("ann").post("/v1/posts", new JsonObject().put("body", "kept"));
            post = written.expect(201).header("Location").orElseThrow();
            server = folder.postmaster().orElseThrow();
            program.signal("KILL");
            program.exit();
        }
        try (var program = serve()) {
            var client = program.client();
            assertEquals(
                    "<p>kept</p>",
                    client.get(post).expect(200).json().getString("html").strip());
            assertEquals(server, folder.postmaster().orElseThrow(), "the server was adopted");
            assertEquals("", program.errors());
            server.destroyForcibly();
            Eventually.holds(END, "it is noticed", () -> !server.isAlive());
            Eventually.holds(
                    Program.PATIENCE,
                    "the server is back",
                    () -> client.get(post).status() == 200);
            stop(program);
        }
    }

    @Test
    void commandsJoinAServerOrBringTheirOwn() {
        var admin = create("adam", "--admin");
        assertTrue(folder.isAtRest(), "it stopped what it started");
        try (var program = serve()) {
            program.client().get("/v1/posts").expect(200);
            var server = folder.postmaster().orElseThrow();
            var author = create("bea");
            assertEquals(server, folder.postmaster().orElseThrow(), "it left the server alone");
            assertEquals("admin", role(program.client().logIn("adam", admin)));
            assertEquals("author", role(program.client().logIn("bea", author)));
            assertEquals("bea is moderator now.\n", run("user", "promote", "bea", "--role", "moderator"));
            assertEquals("moderator", role(program.client().logIn("bea", author)));
            stop(program);
        }
    }

    private Program serve() {
        return Program.serve(Program.settings(folder.path()));
    }

    private void stop(Program program) {
        program.signal("TERM");
        assertEquals(0, program.exit(END));
        assertTrue(folder.isAtRest());
    }

    /** Creates an account by the command line; the password it was given. */
    private String create(String name, String... options) {
        var arguments = new ArrayList<>(List.of("user", "create", name, "--email", name + "@example.com"));
        arguments.addAll(List.of(options));
        var told = run(arguments.toArray(String[]::new));
        var password = PASSWORD.matcher(told);
        assertTrue(told.startsWith("Created " + name) && password.find(), told);
        return password.group(1);
    }

    private String run(String... arguments) {
        try (var command = Program.run(Program.settings(folder.path()), arguments)) {
            assertEquals(0, command.exit(), command.errors());
            assertEquals("", command.errors());
            return command.output();
        }
    }

    private static String role(Client client) {
        return client.get("/v1/me").expect(200).json().getString("role");
    }
}
