package broadside.cli;

import broadside.kit.db.DatabaseAddress;
import broadside.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command said and how it ended. */
public record Told(int exit, String out, String error) {
    /** Runs it in this JVM on a database. */
    public static Told by(DatabaseAddress database, String... arguments) {
        return with(Map.of("DATABASE_URL", TestDatabase.url(database)), arguments);
    }

    /** Runs it in this JVM with these settings. */
    public static Told with(Map<String, String> settings, String... arguments) {
        var out = new StringWriter();
        var error = new StringWriter();
        int exit = Broadside.run(arguments, settings, new PrintWriter(out, true), new PrintWriter(error, true));
        return new Told(exit, out.toString(), error.toString());
    }
}
