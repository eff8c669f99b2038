package broadside.app.shell;

import broadside.app.Rooms;
import broadside.kit.problem.StartupFailure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import javax.tools.ToolProvider;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Reads Java from standard input and runs it in this process: with line editing on a terminal, line by line from a pipe. */
public final class Shell {
    static final List<String> STARTUP = List.of(
            "import broadside.account.*;",
            "import broadside.app.*;",
            "import broadside.kit.db.*;",
            "import broadside.post.*;",
            "import broadside.search.*;",
            "import broadside.session.*;",
            "import io.vertx.core.*;",
            "import io.vertx.core.json.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import java.util.stream.*;",
            "import static broadside.app.shell.Bound.await;",
            "var rooms = broadside.app.shell.Bound.rooms();",
            "var accounts = rooms.accounts();",
            "var standing = rooms.standing();",
            "var registrations = rooms.registrations();",
            "var posts = rooms.posts();",
            "var db = rooms.db();",
            "var reads = rooms.reads();");

    private Shell() {}

    /** @return the exit code: 0, or 1 when something that came through a pipe failed */
    public static int run(Rooms rooms) {
        Bound.bind(rooms);
        try {
            return isOnTerminal() ? onTerminal() : piped();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            Bound.unbind();
        }
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOnTerminal() {
        var console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    private static int piped() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try (var snippets = Snippets.onStandardStreams()) {
            return snippets.runAll(in) ? 0 : 1;
        }
    }

    private static int onTerminal() throws IOException {
        if (ToolProvider.getSystemJavaCompiler() == null) {
            throw new StartupFailure("The shell needs a JDK: this Java has no compiler.");
        }
        var startup = Files.createTempFile("broadside", ".jsh");
        try {
            Files.write(startup, STARTUP);
            System.out.println(
                    "rooms, accounts, registrations, posts, db and reads are at hand; await(future) waits; /exit leaves.");
            return JavaShellToolBuilder.builder()
                    .start(
                            "--execution",
                            InThisThread.NAME,
                            "--class-path",
                            System.getProperty("java.class.path"),
                            "--startup",
                            startup.toString());
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new StartupFailure("The shell failed: " + failure.getMessage(), failure);
        } finally {
            Files.delete(startup);
        }
    }
}
